# Слова командной строки.

error = ошибка
warning = предупреждение
note = примечание
help = совет
location = {$position}, поле {$pointer}
location-page = {$position}, страница {$page}
location-part = {$position}, часть {$part}
code-unknown = кода `{$code}` нет
hint-code-unknown = все коды перечисляет `esep explain`
schema-unknown = схемы `{$name}` нет
hint-schema-unknown = имена перечисляет `esep schema`
why = Почему
what-to-do = Что делать
more-of-the-kind = … и ещё {$n} с кодом {$code} в {$file}
counted = { $errors ->
    [0] ошибок нет
    [one] {$errors} ошибка
    [few] {$errors} ошибки
    [many] {$errors} ошибок
   *[other] {$errors} ошибки
}, { $warnings ->
    [0] предупреждений нет
    [one] {$warnings} предупреждение
    [few] {$warnings} предупреждения
    [many] {$warnings} предупреждений
   *[other] {$warnings} предупреждения
}, { $notes ->
    [0] примечаний нет
    [one] {$notes} примечание
    [few] {$notes} примечания
    [many] {$notes} примечаний
   *[other] {$notes} примечания
}
nothing-written = { $n ->
    [one] найдена {$n} ошибка; ничего не записано
    [few] найдены {$n} ошибки; ничего не записано
    [many] найдено {$n} ошибок; ничего не записано
   *[other] найдено {$n} ошибки; ничего не записано
}
files-written = { $n ->
    [one] {$n} файл в {$folder}
    [few] {$n} файла в {$folder}
    [many] {$n} файлов в {$folder}
   *[other] {$n} файла в {$folder}
}
table-file = файл
table-pages = страниц
table-numbers = доказано чисел
table-size = размер
table-time = время
study-built = собрано
study-unchanged = без изменений
study-faulty = С ОШИБКАМИ
study-line = {$state}, предупреждений: {$doubts}
study-missed = ; не выполнены условия: {$terms}
programme-closing = Исследований: {$all}, папка {$folder}; собрано: {$built}, без изменений: {$unchanged}, с ошибками: {$faulty}
table-kept = без изменений
files-kept = { $n ->
    [one] {$n} из них не изменился и оставлен как есть; `--force` собирает заново всё
    [few] {$n} из них не изменились и оставлены как есть; `--force` собирает заново всё
   *[other] {$n} из них не изменились и оставлены как есть; `--force` собирает заново всё
}
doubts-earlier = { $n ->
    [one] {$n} предупреждение, как и при прошлой сборке: его покажет `esep check`
    [few] {$n} предупреждения, как и при прошлой сборке: их покажет `esep check`
   *[other] {$n} предупреждений, как и при прошлой сборке: их покажет `esep check`
}
terms-of-grant = Условия гранта
demanded = требуется
term-cases = проблемные кейсы по категориям
term-coverage = просмотры публикаций
term-respondents = респонденты
term-sociologist = социологи
term-experts = эксперты, все четыре категории
term-focus-groups = { $focus_group_size ->
    [7] фокус-группы по семь участников
   *[other] фокус-группы, участников в каждой – {$focus_group_size}
}
term-instruments = согласованные инструменты
term-territories = территории по протестному риску
term-indices = направления с индексом
term-reports = сданные отчёты
term-presentation = проведённая презентация
state-met = выполнено
state-not-started = не начато
state-pending = выполняется
state-waived = снято заказчиком
state-missed = не выполнено
study-made = исследование создано в {$folder}
next-steps = дальше: прочитайте там README.md, заполните файлы, затем запустите `esep check {$folder}` и `esep build {$folder}`
next-steps-minimal = дальше: заполните четыре файла, затем запустите `esep check {$folder}` и `esep build {$folder}`; все возможные файлы показывает `esep new` без --minimal
folder-not-empty = папка `{$folder}` уже есть и не пуста
hint-folder-not-empty = укажите новую папку
reference-title = Файлы исследования
reference-field = поле
reference-holds = что хранит
reference-form = вид
reference-required = обязательно
reference-yes = да
reference-no = нет
gallery-left-out = не помещается на слайд:
gallery-made = { $n ->
    [one] {$n} файл в {$folder}
    [few] {$n} файла в {$folder}
   *[other] {$n} файлов в {$folder}
}
words-unknown = у документа {$deliverable} нет предложений на языке `{$language}`
hint-words-unknown = документы с предложениями: {$names}; общее для нескольких печатается с каждым из них
words-context = мест, где звучит: {$n}; печатает: {$data} ({$file}:{$line})
words-replaced = в программе: {$text}
