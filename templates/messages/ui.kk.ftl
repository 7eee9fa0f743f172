# Пәрмен жолының сөздері.

error = қате
warning = ескерту
note = мәлімет
help = кеңес
location = {$position}, {$pointer} өрісі
location-page = {$position}, {$page}-бет
location-part = {$position}, {$part} бөлігі
code-unknown = `{$code}` деген код жоқ
hint-code-unknown = барлық кодты `esep explain` тізіп береді
schema-unknown = `{$name}` деген схема жоқ
hint-schema-unknown = атауларды `esep schema` тізіп береді
why = Неге
what-to-do = Не істеу керек
more-of-the-kind = … {$file} файлында {$code} коды бойынша тағы {$n}
counted = { $errors ->
    [0] қате жоқ
   *[other] {$errors} қате
}, { $warnings ->
    [0] ескерту жоқ
   *[other] {$warnings} ескерту
}, { $notes ->
    [0] мәлімет жоқ
   *[other] {$notes} мәлімет
}
nothing-written = {$n} қате табылды; ештеңе жазылмады
files-written = {$folder} қалтасында {$n} файл
table-file = файл
table-pages = бет
table-numbers = дәлелденген сан
table-size = көлемі
table-time = уақыты
study-built = жиналды
study-unchanged = өзгеріссіз
study-faulty = ҚАТЕ БАР
study-line = {$state}, ескерту: {$doubts}
study-missed = ; орындалмаған талаптар: {$terms}
programme-closing = Зерттеулер: {$all}, қалтасы {$folder}; жиналғаны: {$built}, өзгермегені: {$unchanged}, қатесі бары: {$faulty}
table-kept = өзгеріссіз
files-kept = { $n ->
   *[other] Оның {$n} файлы өзгермеген, сол күйінде қалды; `--force` бәрін қайта жинайды
}
doubts-earlier = { $n ->
   *[other] Соңғы жинақтағыдай {$n} ескерту бар: оларды `esep check` көрсетеді
}
terms-of-grant = Грант шарттары
demanded = кемінде
term-cases = санаттар бойынша проблемалық кейстер
term-coverage = жарияланымдар қаралымы
term-respondents = респонденттер
term-sociologist = әлеуметтанушылар
term-experts = сарапшылар, төрт санаттың бәрі
term-focus-groups = { $focus_group_size ->
    [7] жеті қатысушыдан құралған фокус-топтар
   *[other] {$focus_group_size} қатысушыдан құралған фокус-топтар
}
term-instruments = келісілген құралдар
term-territories = наразылық тәуекелі бойынша аумақтар
term-indices = индексі бар бағыттар
term-reports = тапсырылған есептер
term-presentation = өткізілген тұсаукесер
state-met = орындалды
state-not-started = басталған жоқ
state-pending = орындалуда
state-waived = тапсырыс беруші алып тастады
state-missed = орындалмады
study-made = зерттеу {$folder} қалтасында жасалды
next-steps = келесі қадам: сондағы README.md файлын оқып, файлдарды толтырыңыз, содан кейін `esep check {$folder}` және `esep build {$folder}` пәрмендерін іске қосыңыз
next-steps-minimal = келесі қадам: төрт файлды толтырып, `esep check {$folder}` және `esep build {$folder}` пәрмендерін іске қосыңыз; болуы мүмкін барлық файлды --minimal қосылмаған `esep new` көрсетеді
folder-not-empty = `{$folder}` қалтасы бұрыннан бар және бос емес
hint-folder-not-empty = жаңа қалтаны көрсетіңіз
reference-title = Зерттеу файлдары
reference-field = өріс
reference-holds = не сақтайды
reference-form = түрі
reference-required = міндетті
reference-yes = иә
reference-no = жоқ
gallery-left-out = слайдқа сыймағандары:
gallery-made = {$folder} қалтасында {$n} файл
words-unknown = {$deliverable} құжатының `{$language}` тіліндегі сөйлемдері жоқ
hint-words-unknown = сөйлемдері бар құжаттар: {$names}; ортақ сөйлемдер әрқайсысымен бірге шығарылады
words-context = айтылатын орындар саны: {$n}; шығаратыны: {$data} ({$file}:{$line})
words-replaced = бағдарламада: {$text}
