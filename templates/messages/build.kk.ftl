### Жинау кезіндегі қателер мен кеңестер: файлдар, үлгілер, белгілеу, диаграммалар, қаріптер, PDF және DOCX.

## Файлдар

input-not-folder = `{$path}` қалта емес
hint-input-folder = `study.json` файлы жатқан қалтаны немесе `study.xlsx` кітабын көрсетіңіз
input-folder-unopened = `{$path}` қалтасы ашылмады: {$detail}
hint-input-path = қалта жолын тексеріңіз; зерттеу қалтасында `study.json` немесе `study.xlsx` болады
input-not-utf8 = `{$path}` мәтіні UTF-8 кодтауында емес
hint-input-utf8 = файлды UTF-8 кодтауында сақтаңыз
input-file-unreadable = `{$path}` оқылмады: {$detail}
input-file-large = `{$path}` файлы {$most} МБ-тан үлкен
hint-input-readable = бұл файл екенін және оны оқуға рұқсатыңыз бар екенін тексеріңіз
input-file-missing = `{$path}` файлы жоқ
hint-input-file = файлды зерттеу қалтасына қосыңыз; оның құрылымын `esep schema` көрсетеді
input-path-outside = `{$path}` зерттеу қалтасынан тыс жерге апарады
input-not-file = `{ $path }` – файл емес, қалта, арна немесе еш жерге апармайтын сілтеме
hint-input-not-file = орнына осы атаумен файл қойыңыз немесе оны алып тастаңыз
font-broken = `{ $path }` қаріп ретінде оқылмайды
hint-font-broken = қаріпті қайта көшіріңіз; контурлары бар TrueType мен OpenType оқылады
hint-input-copy = файлға сілтеме бермей, оны қалтаның ішіне көшіріңіз
template-file-missing = `{$path}` деген үлгі файлы жоқ
hint-deliverable-template = идентификатор үлгілер қалтасын атайды: interim-1, interim-2, final, slides немесе --templates арқылы берілген өз қалтаңыз
languages-differ = «{$label}»: {$first} құжатында мұнда {$one}, ал {$second} құжатында – {$other}
hint-languages-differ = мұнда тілдер бірдей айтсын: блоктардың реті, сандар, сілтемелер бірдей болсын
outline-block = {$kind} [{$values}]
outline-nothing = ештеңе жоқ
outline-bibliography = дереккөздер тізімі
outline-callout = ерекшеленген мәтін
outline-contents = мазмұны
outline-figure = сурет
outline-formula = формула
outline-heading = тақырып
outline-list = тізім тармағы
outline-notes = баяндамашының сөзі
outline-numbers = көрсеткіштер
outline-quote = дәйексөз
outline-row = кесте жолы
outline-slide = слайд
outline-table = кесте
outline-paragraph = абзац
report-title-missing = есептің `{$language}` тіліндегі атауы жоқ
hint-report-title-missing = [title] бөліміне {$language} = «…» қосыңыз
hint-template-file = файлды `--templates` арқылы көрсетілген қалтаға салыңыз
stray-template = `{$path}` үлгісі бағдарламаның осы нұсқасында пайдаланылмайды
hint-stray-template = файлды алып тастаңыз немесе керегін `esep words` атайтын файлдарға көшіріңіз; өз есебіңіздің үлгілерімен бірге `report.toml`, өз безендіруіңізбен бірге `theme.toml` жатуы керек
toml-refused = файлда қате бар: {$detail}
hint-compare-program = файлды бағдарламамен бірге берілген файлмен салыстырыңыз
build-output-unwritable = `{$path}` жазылмады: {$detail}
build-output-held = `{$path}` қалтасын басқа іске қосу ұстап тұр (процесс {$process})
hint-build-output = файл басқа бағдарламада ашық болса, жабыңыз немесе `--out` арқылы басқа қалтаны көрсетіңіз
hint-build-output-held = оның аяқталуын күтіңіз немесе `--out` арқылы басқа қалтаны көрсетіңіз
build-output-of-other = `{$path}` қалтасында `{$study}` зерттеуінің файлдары жатыр ({ $edition ->
    [public] жариялауға арналған нұсқа
   *[customer] тапсырыс берушіге арналған нұсқа
}); өзге файлдардың аттары да осындай болар еді
hint-build-output-of-other = `--out` арқылы басқа қалтаны көрсетіңіз; бұрынғы файлдар керек болмаса, қалтадан {$manifest} файлын өшіріңіз
programme-refused = `programme.json` файлы дұрыс жазылмаған: {$detail}
hint-programme = бағдарлама – `programme.json` файлы бар қалта: `shared` ортақ файлдар қалтасын, `studies` зерттеулердің қалталарын атайды; `studies` болмаса, зерттеуі бар әр қалта бағдарламаға кіреді
programme-empty = `{$path}` қалтасында бірде-бір зерттеу жоқ
programme-part = {$parts} бөліктің ішінде {$part} нөмірлі бөлік жоқ
hint-programme-part = бөліктер нөлден бастап нөмірленеді: `0/4` – `3/4`

## Не сұралды

request-deliverable-unknown = зерттеуде `{$name}` құжаты көзделмеген
hint-request-deliverables = құжаттар: {$names}
request-language-unknown = зерттеуде `{$name}` тілі жоқ
hint-request-languages = тілдер: {$names}
job-not-set-up = `{$name}` құжаты жинауға дайындалмаған

## Тіл файлдары

respondents-forms-missing = `respondents` ішінде сөздің мына тұлғалары жоқ: { $forms }
hint-respondents-forms = сөйлемдерге қажет тұлғалардың бәрін көрсетіңіз, мысалы, «nom»: «тұрғын», «gen»: «тұрғынның», «pl_nom»: «тұрғындар», «pl_gen»: «тұрғындардың», «pl_dat»: «тұрғындарға»; әйтпесе `respondents` өрісін алып тастаңыз
settings-key-unknown = бағдарламада `{ $key }` кілті жоқ
hint-compare-locale = файлды `locale/kk.toml` файлымен салыстырыңыз
locale-caption-without-number = `caption.{$key}` ішінде нөмірге орын жоқ
hint-locale-caption = нөмір тұратын жерге `{"{"}n{"}"}` деп жазыңыз
locale-language-wrong = `{$language}` тіл коды емес
locale-without-numbers = `{$language}` тілі үшін сан пішімі жоқ: {$detail}
locale-without-plurals = `{$language}` тілі үшін көптік түр ережелері жоқ: {$detail}
hint-locale-language = `language` – BCP 47 бойынша тіл коды, мысалы `kk`
hyphenation-missing = `{$language}` тілінің сөздері тасымалданбайды: мәтін сол жақ шетке ғана тураланды
hint-hyphenation-missing = буындарды `locale/kk.toml` үлгісімен `[hyphenation]` ішінде сипаттаңыз немесе `justify = false` деп жазыңыз
annex-letters-few = қосымшалар саны оларды белгілейтін әріптер санынан ({$letters}) көп
hint-annex-letters = `annex_letters` ішіне әріп қосыңыз
locale-key-missing = тіл файлының `[{$table}]` бөлімінде `{$key}` кілті жоқ
hint-locale-key = `[{$table}]` астына `{$key} = «…»` жолын қосыңыз
ending-without-number = `{$printed}` санмен аяқталмайды
hint-ending-number = алдымен санды беріңіз: `{"{{"} n | num | ending(case="dat") {"}}"}`
ending-unknown = «{$word}» үшін `{$case}` жалғауы жоқ
hint-ending-cases = септіктер: `gen`, `dat`, `acc`, `loc`, `abl`, `ins`, `poss`, сондай-ақ `poss-gen` бен `poss-ins` аралығындағылар
form-without-rules = `{$language}` тілінде сөздер ереже бойынша септелмейді
form-without-word = «{$text}» жалғау қабылдайтын сөзбен аяқталмайды
acronym-unknown = «{$word}» қысқартуына жалғау керек, бірақ оның айтылуы көрсетілмеген
hint-acronym-unknown = {$path} файлының [forms.acronyms] бөліміне қосыңыз: «{$word}» = дәл сондай жалғау алатын сөз
harmony-unsettled = «{$word}» сөзінің жалғауы жуан не жіңішке болуы қолданысқа байланысты, ал тізімде ол жоқ
hint-harmony-unsettled = сөзді {$path} файлының [forms.harmony] бөліміндегі `front_words` не `back_words` тізіміне қосыңыз немесе тұлғаларын деректе көрсетіңіз
locale-date-pattern = «{$pattern}» күн үлгісінің барлық орны толтырылмайды
hint-locale-date-pattern = орындар: `{"{"}d{"}"}`, `{"{"}dd{"}"}`, `{"{"}mm{"}"}`, `{"{"}y{"}"}`, `{"{"}month_nom{"}"}` және `[date.months]` кестесінің өзге тұлғалары; аралықтарда атаудың соңында 1 не 2 тұрады
ordinal-form-unknown = реттік санның `{$form}` тұлғасы жоқ
hint-ordinal-forms = тіл файлының `[ordinals]` кестесінде бар: {$names}

## Үлгілер

template-error = үлгі өңделмеді: {$detail}
hint-template-syntax = тегтің жақшаларын, тырнақшаларын және сызығын тексеріңіз, мысалы `{"{{"} мән | сүзгі(атау=1) {"}}"}`
hint-template-name = атауды зерттеу деректерімен салыстырыңыз; міндетті емес деректің бар-жоғын `{"{"}% if x is defined %{"}"}` тексереді
hint-template-functions = сүзгілер мен функциялар `templates/README.md` файлында тізілген
template-endless = үлгіден шығатын мәтін шексіз өсіп барады
hint-template-endless = өте ұзын аралықты қайталайтын циклді іздеңіз
template-nested = { $most }-тан көп тег бірінің ішінде бірі тұр
template-steps = үлгі кез келген құжатқа керегінен көп қадам жасап тұр
template-printed = үлгі { $most } МБ-тан көп мәтін шығарып тұр
template-value-long = үлгі құрастырған мәтін { $most } КБ-тан ұзын
template-value-large = үлгі құрастырған тізімде { $most } мәннен көп
template-indent = indent сүзгісінің мұнда қажеті жоқ: құжат мәтіні бос орындармен шегіндірілмейді
hint-template-beyond = цикл ішіндегі циклді немесе өзінен-өзі құралатын мәнді іздеңіз
text-statement = өз мәтініңізде `{ $word }` тегінің орны жоқ
hint-text-statement = ол қоятын мәтінді осы жерге тікелей жазыңыз
text-unplaced = құжатта `{$section}` бөлімі жоқ: мәтін басылмады
hint-text-unplaced = құжат бөлімдері: {$sections}
filter-no-limits = `{$filter}` берілген мәннің `low` және `high` шектері жоқ
filter-not-number = `{$filter}` үшін сан берілмеген
filter-plural-form = `plural` үшін `{$category}=«…»` немесе `other=«…»` түрі керек
filter-not-date = `{$text}` күн емес
filter-date-style = `{$name}` деген күн стилі жоқ
typed-digit = цифр қолмен жазылған: «{$text}»
hint-typed-digit = оны деректерден шығарыңыз: `{"{{"} n | num {"}}"}`; стандарт атауларын тіл файлында тізіп жазыңыз
hint-date-styles = тіл файлындағы стильдер: {$names}
filter-roman = {$number} саны рим цифрымен жазылмайды: 1 мен 3999 арасындағы сандар жазылады
name-gender-missing = атаудың тегі (род) көрсетілмеген, ал сөздер онымен қиысады
hint-name-gender = зерттеудегі атаудың тұлғаларына `«gender»: «f»` (m, f, n, pl) қосыңыз
filter-agree-form = `agree` сүзгісіне `{$gender}=«…»` тұлғасы керек
template-leftover = «{$word}» – басқа тілдің сөзі
template-other-language = «{$text}» – басқа тілде
hint-template-leftover = аударыңыз немесе {$path} файлындағы `[lint]` кестесінің `known` тізіміне қосыңыз
marks-two-spaces = қатарынан екі бос орын: «{$text}»
marks-quotes = {$mark} тырнақшасы бұл тілдікі емес, керегі: {$right}
marks-hyphen = сызықшаның орнында дефис тұр: «{$text}»
marks-dash = сөздердің арасында ұзын сызықша тұр: «{$text}»
marks-ellipsis = көп нүктенің орнында үш нүкте тұр: «{$text}»
marks-space = белгінің алдында бос орын тұр: «{$text}»
hint-marks = бір бос орын, өз тілінің тырнақшасын, екі жағында бос орны бар қысқа сызықшаны және бір таңбамен жазылған көп нүктені қойыңыз
claim-unfounded = «{$word}» деген сөз санның өзі көрсеткеннен артық нәрсені айтады
hint-claim-unfounded = оны оқылымның түрін ({$kinds}) немесе фактіні ({$facts}) сұрайтын `{"{"}% if … %{"}"}` ішінде ғана шығарыңыз

## Сөйлемдер

sentence-heading = «{$text}» – `# бөлім` те, `## атау` да емес
sentence-name = «{$name}» сөйлемнің атауы бола алмайды
sentence-nameless = сөйлемнің алғашқы атауынан жоғары тұрған сөздер
sentence-twice = {$name} сөйлемі мұнда екінші рет тұр
sentence-empty = {$name} сөйлемінің сөздері жоқ
sentence-paragraphs = {$name} сөйлемі бос жолдан кейін жалғасады
hint-sentence-file = `## атау` (латынның кіші әріптері, цифрлар, дефис, нүкте), астында бір абзац; басқа редакцияның алдында – `or:` жолы
sentence-long = {$name} сөйлеміндегі таңбалар саны – {$length}, ең көбі – {$most}
hint-sentence-long = оны екі сөйлемге бөліп, құрылымда екеуін де атаңыз
sentence-statement = `{$word}` тегінің сөйлемде орны жоқ
sentence-clause = сөйлем шығаратын мәнде `{$word}` болмайды
sentence-conditions = сөйлемде бір ғана шарт болады
sentence-condition-order = ашылмаған шарттың тегі
sentence-condition-open = шарт жабылмаған
sentence-block = «{$text}» тізімді, тақырыпты, дәйексөзді немесе директиваны бастап кетер еді
sentence-cells = сөйлемде `|` болмайды: ұяшықтар құрылымға жатады
hint-sentence-tag = сөйлем – сөздер, `{"{{"} мән | сүзгі {"}}"}` түріндегі мәндер және ең көбі бір `{"{%"} if … %{"}"}…{"{%"} else %{"}"}…{"{%"} endif %{"}"}`; қалғаны – report.md ішінде
sentence-missing = құрылым {$name} сөйлемін атайды, ал {$path} файлында ондай сөйлем жоқ
hint-sentence-missing = оны {$path} файлына қосыңыз
sentence-key-missing = {$name} сөйлемі жоқ
hint-sentence-key = оны {$group} сөйлемдерінің қатарына қосыңыз
sentence-unknown = {$name} сөйлемін ешбір құрылым атамайды
hint-sentence-unknown-shared = ортақ сөйлемдерді кез келген есептің `esep words` тізімі соңында береді
hint-sentence-unknown = сөйлемдердің тізімі: `esep words {$deliverable}`
wordings-differ = {$name} сөйлемінің редакциялары әртүрлі деректерді шығарады: {$data}
sentence-languages-differ = {$name} сөйлемі мұнда басқа деректерді шығарады, салыстырыңыз: {$other}; айырмасы: {$data}
hint-sentence-data = сөйлемнің барлық редакциясы мен барлық тілі бірдей мәндерді шығарып, бірдей орындарға сілтейді
sentence-copied = {$name} сөйлемінің сөздері {$other} ішіндегімен бірдей
hint-sentence-copied = оны аударыңыз
structure-words = «{$word}» – тілдердің бірінің сөзі
hint-structure-words = одан әр тілде сөйлем жасап, мұнда соны атаңыз
structure-statement = `{$word}` тегінің құрылымда орны жоқ
structure-tag = `{$word}` тегі дұрыс жазылмаған
hint-structure-tag = `say АТАУ`, `say АТАУ[КІЛТ]`, `say АТАУ if ШАРТ`; `list АЙНЫМАЛЫ for ЭЛЕМЕНТ in ТІЗІМ say АТАУ joined АТАУ`; `part АТАУ`
structure-part = {$name} бөлігі жоқ
hint-structure-part = бөліктер – reports/{$report} және reports/shared қалталарының файлдары
hint-stray-words = файл құжаттың немесе `shared` сөзінің және зерттеу тілінің атымен аталады, мысалы: `words/final.ru.md`

## Белгілеу

directive-name-wrong = `{$name}` директива атауы емес
attribute-form-wrong = `{$text}` мәтіні `key=value` түрінде емес
attribute-name-wrong = `{$key}` атрибут атауы емес
attribute-twice = `{$key}` атрибуты екі рет көрсетілген
attribute-unquoted = `{$key}` мәнінің соңында жабатын тырнақша жоқ
hint-attributes-form = атрибуттарды `key=value` немесе `key=«a value»` түрінде жазыңыз
hint-heading-attributes = `{"{"}id=sec-name{"}"}` түрінде жазыңыз
directive-nameless = атауы жоқ директива
hint-directive-open = директиваны `:::name` жолы ашады; жабатын жолдағы қос нүктелер саны ашатын жолдағымен бірдей болады
directive-colon = директива атрибуттарының ішінде қос нүкте тұр
hint-directive-colon = идентификаторлар мен дерек атауларында қос нүкте болмайды
directive-unclosed = директива жабылмаған
hint-directive-close = оны сонша қос нүктеден тұратын жолмен жабыңыз; сыртқы директивада қос нүкте ішкісінен көп болуы керек
markup-html = есепте HTML қолдануға болмайды
markup-code-block = есепте код блогын (шегініспен басталған немесе ``` арасындағы) қолдануға болмайды
markup-code = есепте кері апостроф ішіндегі кодты қолдануға болмайды
markup-image = есепте сырттан қойылған суретті қолдануға болмайды
markup-other = есепте мұндай белгілеуді қолдануға болмайды
hint-markup = тақырыптарды, абзацтарды, тізімдерді, кестелерді, дәйексөздерді және директиваларды қолданыңыз

## Директивалар және олардың ішіндегі

directive-unknown = мұнда `{$name}` деген директива жоқ
hint-directives = есеп директивалары: {$names}
attribute-unknown = `{$directive}` үшін `{$key}` атрибуты жоқ
hint-attributes-none = `{$directive}` үшін атрибут болмайды
hint-attributes-known = `{$directive}` атрибуттары: {$names}
attribute-missing = `{$directive}` үшін `{$key}` атрибуты керек
hint-attribute-write = `:::{$directive} {$key}=…` түрінде жазыңыз
figure-without-caption = суреттің атауы жоқ
table-without-caption = кестенің атауы жоқ
hint-caption = атауын директиваның ішіне жеке абзац етіп жазыңыз
only-paragraphs = мұнда тек абзацтар тұра алады
hint-paragraphs = абзацтарды бос жолмен бөліңіз
title-page-stray = мұның титул бетінде орны жоқ
hint-title-page-parts = бөліктері: {$names}
heading-role-unknown = тақырып рөлінің жарамсыз мәні: `{$name}`
hint-heading-roles = рөлдер: {$names}; нөмірленетін бөлімге рөл керек емес
contents-of-unknown = беттері көрсетілген тізім үшін жарамсыз мән: `{$name}`
hint-contents-of = тізімдер: {$names}; тақырыптарға көрсетпеуге болады
heading-too-deep = төртінші деңгейден төмен тақырып
hint-heading-levels = `#` белгісін төрттен артық қоймаңыз
numbers-not-list = `numbers` ішінде бір тізім тұруы керек
numbers-item-long = `numbers` ішіндегі тармақ бір жолға жазылады
hint-numbers-item = тармақтарды `- **value** label *(detail)*` түрінде жазыңыз
before-first-slide = бұл бірінші слайдтың алдында тұр
hint-slide-begins = слайд `## …` тақырыбынан, яғни өзінің негізгі ойынан басталады
slide-layout-unknown = `{$name}` деген макет жоқ
hint-slide-layouts = макеттер: {$names}; қарапайым слайдқа макет керек емес
slide-title-overflow = слайдтың негізгі ойына {$needed} pt керек, ал {$has} pt бар: {$lines} жол артық
slide-source-overflow = слайдтың дереккөздеріне {$needed} pt керек, ал {$has} pt бар: {$lines} жол артық
slide-body-overflow = слайдтың мәтініне {$needed} pt керек, ал {$has} pt бар: {$lines} жол артық
slide-table-overflow = слайдтың кестесіне {$needed} pt керек, ал {$has} pt бар: {$lines} жол артық
slide-tile-overflow = сан мен оның атауына {$needed} pt керек, ал {$has} pt бар: {$lines} жол артық
slide-chart-overflow = слайдтың диаграммасына {$needed} pt керек, ал {$has} pt бар: {$lines} жол артық
hint-slide-overflow = қысқартыңыз немесе слайдты екіге бөліңіз: қаріп кішірейтілмейді
slide-footnote = {$slide}-слайд: слайдта сілтеме болмайды, оны дереккөздерге көшіріңіз
slide-without-paragraphs = {$slide}-слайд: бұл блокқа мәтін ішінде орын жоқ
slide-chart-tall = {$slide}-слайд: PowerPoint диаграммасына {$needed} pt керек, ал {$has} pt бар
pptx-not-a-deck = PPTX пен спикердің PDF-і слайдтардан жасалады, ал бұл – есеп
slide-without-layout = бұл блоктар бір слайдқа бірге сыймайды
hint-slide-one-block = слайдта мәтін немесе бір диаграмма, кесте, сандар қатары не дәйексөздер тұрады; екі блок қатар тұруы үшін – layout=columns
slide-number-unknown = {$slide}-слайд: қорытынды есепте `{$number}` саны жоқ
paper-number-unknown = қорытынды есепте `{$number}` саны жоқ
pages-exceeded = құжатта {$n} бет бар, ал {$most} беттен аспауы керек
hint-pages-exceeded = үлгіні қысқартыңыз немесе report.toml файлындағы `most_pages` мәнін арттырыңыз
results-later = `{$id}` {$cutoff} күнгі нәтижелер туралы айтады, ал алғашқы нәтижелердің күні – {$first}
results-none = `{$id}` {$cutoff} күнгі нәтижелер туралы айтады, ал зерттеуде нәтиже әлі жоқ
hint-results-none = шектік күнді не нәтижелердің күнін түзетіңіз немесе жасауға болатын құжаттарды ғана сұраңыз: `--deliverable`
hint-results-left-out = қалған құжаттар жасалды; бұл құжат шектік күні алғашқы нәтижелерден ерте болмаған кезде қосылады
presentation-none = `{$id}` – {$cutoff} күнгі тұсаукесер құжаты, ал ол күнге дейін тұсаукесер жарияланбаған да, болмаған да
hint-presentation-none = құжатта осыдан басқа ештеңе айтылмайды; тұсаукесерді events.json файлына енгізіңіз (`announced` – ол жарияланған күн), шектік күнді түзетіңіз немесе құжатты `deliverables` тізімінен алып тастаңыз
hint-slide-number = слайдтар мен шағын құжаттар қорытынды есепте барды айтады: сол көрсеткішті есепте дәл сондай дөңгелектеумен шығарыңыз немесе осы жерден алып тастаңыз

## Кестелер

table-outside-directive = кесте `table` директивасынан тыс тұр
hint-table-wrap = былай жазыңыз: `:::table id=tab-name`, кесте, атауы жазылған абзац, `:::`
table-not-one = `table` директивасының ішінде бір кесте болуы керек
hint-table-one = бір Markdown кестесін жазыңыз немесе `question=<id>` көрсетіңіз
table-without-rows = `{$label}` кестесінде жол жоқ
font-not-embeddable = {$family} қарпінің авторлары оны құжатқа енгізуге рұқсат бермейді
hint-font-not-embeddable = `--embed-fonts` дегенді көрсетпеңіз немесе `theme.toml` файлында басқа қаріпті атаңыз
table-too-wide = {$columns} бағаннан тұратын `{$label}` кестесіне {$needed} pt керек, ал көлденең бетте {$has} pt бар
hint-table-too-wide = кестені бөліңіз, ең ұзын сөздерін қысқартыңыз немесе жолдар мен бағандардың орнын ауыстырыңыз
row-height-wrong = `height={$found}` – {$least} мм мен {$most} мм аралығындағы биіктік емес
hint-row-height = биіктікті миллиметрмен жазыңыз, мысалы, `height=9`
table-page-unknown = кесте бетінің жарамсыз мәні: `{$name}`
hint-table-page = `page` мәндері: {$names}; көрсетілмесе, кестенің ені шешеді
table-signs-unknown = кесте белгілерінің жарамсыз мәні: `{$name}`
hint-table-signs = `signs` мәні: {$names}, белгілер кесте үстіндегі мәтінде түсіндірілсе; көрсетілмесе, ескертпеде түсіндіріледі
hint-guard-directive = директиваны `{"{"}% if … %{"}"}` ішіне алыңыз немесе деректерді қосыңыз
widths-wrong = `widths` ішінде баған санындай оң сан болуы керек: {$wanted}
hint-widths = мысалы, `widths=«3,1,1»` деп жазыңыз
table-breakdown-without-records = `{$question}` сұрағы бойынша `{$by}` бөлінісіндегі жазбалар жоқ
hint-table-breakdowns = бөліністер `codebook.json` файлында тізілген; жазбаларда олар `by` өрісінде көрсетіледі
directive-item-unknown = `{$question}` сұрағында `{$item}` тармағы немесе жауабы жоқ
hint-directive-items = оның тармақтары мен жауаптары: {$items}

## Диаграммалар мен кестелердің деректері

chart-data-unknown = диаграммаға арналған `{$name}` деректері жоқ
hint-chart-data-known = деректер: {$names}; немесе `question=<id>`
chart-kind-unknown = бұл деректер диаграммасының `{$name}` түрі жоқ
hint-chart-kinds = түрлері: {$names}
chart-stages-few = `{$id}` сұрағының тек бір кезеңдегі нәтижелері бар
chart-groups-many = {$found} топты түсімен ажырату мүмкін емес, тек {$most} топ ажыратылады
hint-chart-groups-many = топтарды `kind=heat` не `kind=multiples` түрінде көрсетіңіз
chart-shares-no-whole = жауаптардың үлестері қосқанда жүз пайыз емес, {$sum} болады
hint-chart-answers-many = жауаптарды `kind=bars` түрінде көрсетіңіз
chart-name-without-room = «{$label}» жазуына нүктесінің қасында орын жоқ
hint-chart-names = тармақтарды азайтыңыз не `kind=bars` түрінде көрсетіңіз
chart-items-not-common = `{$id}` пен `{$other}` сұрақтарының нәтижесі бар ортақ тармақтары тым аз
chart-finding-without-groups = `{$id}` тұжырымының топтар бойынша көрсеткіші жоқ
chart-data-unsaid = диаграмманың деректері көрсетілмеген
hint-chart-data-write = `question=<id>` немесе `data=…` ({$names}) деп жазыңыз
chart-without-data = {$date} күнгі жағдай бойынша зерттеуде `{$name}` диаграммасына дерек жоқ
directive-question-unknown = `{$id}` деген сұрақ жоқ
hint-directive-questions = сұрақтар `codebook.json` файлында тізілген
directive-question-without-results = {$date} күнгі жағдай бойынша `{$id}` сұрағының нәтижелері жоқ
hint-directive-question-results = `results/*.json` файлдарында осы сұрақ бойынша шектік күннен кешікпеген жазбалар болуы керек
chart-question-without-items = сұрақта тармақтар жоқ
chart-without-days = диаграммада көрсететін күн әзірге жоқ
limit-wrong = `limit` мәні сан емес
hint-limit = мысалы, `limit=7` деп жазыңыз

## Белгілер мен сілтемелер

label-wrong = `{$label}` белгі бола алмайды
hint-label-form = белгі латын әріптерінен, цифрлардан, `-` және `_` таңбаларынан тұрады, әріптен басталады
label-twice = `{$label}` белгісі екі рет берілген
hint-label-own = әр суретке, кестеге және тақырыпқа өз `id` мәнін беріңіз
label-unknown = `{$label}` белгісі ештеңеге берілмеген
hint-label-near = мүмкін, `{$label}` шығар?
label-without-number = `{$label}` белгісінің басып шығаратын нөмірі жоқ
hint-label-without-number = оған сөзбен сілтеме жасаңыз: нөмірсіз тақырыптардың және шағын құжаттардағы суреттер мен кестелердің нөмірі болмайды
hint-label-none = сілтеме апаратын суретке, кестеге немесе тақырыпқа `id` беріңіз
label-range-wrong = `{$first}..{$last}` қатар құрамайды: оның екі шеті әртүрлі немесе кері ретпен тұр
hint-label-range = қажетті суреттердің, кестелердің немесе қосымшалардың біріншісі мен соңғысын мәтіндегі ретімен атаңыз
citation-without-list = құжатта `{$label}` дереккөзіне сілтеме бар, ал дереккөздер тізімі жоқ
hint-citation-without-list = тізім тұруға тиіс жерге `:::bibliography` және `:::` қойыңыз
volume-outside-report = көлем тек есепте көрсетіледі
hint-volume-outside-report = `:::volume` жолын алып тастаңыз
figure-never-referred-to = мәтінде `{$label}` суретіне сілтеме жоқ
table-never-referred-to = мәтінде `{$label}` кестесіне сілтеме жоқ
annex-never-referred-to = мәтінде `{$label}` қосымшасына сілтеме жоқ
hint-never-referred-to = мәтінде ол туралы айтылған жерге `[](#{$label})` деп, ал қатарға `[](#бірінші..соңғы)` деп жазыңыз

## Диаграмма салу

chart-without-rows = диаграммада бірде-бір жол жоқ
chart-axis-not-finite = диаграмма осінің шегі немесе бөлік белгісі ақырлы сан емес
chart-axis-without-length = диаграмма осінің ұзындығы жоқ ({$min} – {$max})
chart-value-not-finite = «{$label}» мәні ақырлы сан емес
chart-value-negative = «{$label}» мәні теріс ({$value})
hint-axis-below-zero = диаграммаға нөлден төмен басталатын ось беріңіз
chart-bound-not-finite = «{$label}» аралығының шегі ақырлы сан емес
chart-interval-upside-down = «{$label}» аралығының төменгі шегі жоғарғысынан үлкен
chart-place-outside = «{$label}» орындары {$best}–{$worst}, ал барлығы {$most} орын бар
chart-reference-not-finite = тірек сызығының орны ақырлы сан емес
chart-without-answers = шкала диаграммасында жауаптар жоқ
chart-values-miscounted = «{$label}»: мәндер саны – {$found}, ал жауаптар саны – {$wanted}
chart-share-wrong = «{$label}» ішіндегі «{$answer}» үлесі – {$value}, ал нөлден кем емес сан керек
chart-shares-sum = «{$label}» үлестерінің қосындысы – {$sum}%
chart-day-not-finite = күн ақырлы сан емес
chart-day-count-wrong = бір күннің қорытындысы – {$value}, ал нөлден кем емес сан керек
chart-target-wrong = нысаналы мән – {$value}, ал нөлден кем емес сан керек
chart-days-unsorted = жинақталған мәндер күндердің ретімен тұрған жоқ
chart-total-without-room = диаграммаға {$needed} пт керек, бар орын – {$height} пт
hint-chart-room = диаграммаға орын босатыңыз
chart-width-impossible = мәтін кеглі {$size} пт болғанда диаграмманың ені {$width} пт бола алмайды
chart-height-impossible = диаграмманың биіктігі {$height} пт бола алмайды
chart-too-high = диаграмманың биіктігі {$height} пт болып шығады
hint-split-chart = жолдарды азайтыңыз немесе диаграмманы бөліңіз
chart-rows-without-room = {$rows} жолды диаграммаға мәтін кеглі {$size} пт болғанда {$needed} пт керек, бар орын – {$height} пт
hint-fewer-rows = жолдарды азайтыңыз, жазуларды қысқартыңыз немесе диаграммаға орын босатыңыз
chart-not-written = диаграмма SVG пішімінде жазылмады: {$detail}
chart-svg-unreadable = диаграмманың SVG мәтіні оқылмады: {$detail}
chart-not-rasterised = бір пунктке мұнша пиксель болғанда диаграмма растрға айналмайды: {$scale}
chart-png-unwritten = диаграмманың PNG кескіні жазылмады: {$detail}

## Безендіру және қаріптер

chart-colour-wrong = палитрадағы «{$colour}» түс емес
qr-without-address = зерттеуде QR-код жасайтын мекенжай жоқ
photograph-unknown = зерттеуде `{$id}` фотосуреті жоқ
hint-photograph-unknown = study.json ішіндегі `photographs` тізімінен id алыңыз
formula-unknown = `{$name}` формуласы жоқ
hint-formulas = formulas.toml файлындағы формулалар: {$names}
formula-without-words = formulas.toml файлында `{$name}` формуласының `{$language}` тіліндегі сөздері жоқ
formula-unreadable = formulas.toml файлындағы `{$name}` формуласы оқылмайды: {$detail}
hint-formula = формулаға не қажет екені formulas.toml басында жазылған
list-start = тізім 1 мен { $most } аралығындағы саннан басталады
hint-list-start = бірінші тармақтың нөмірін жазыңыз
markup-nested = дәйексөздер немесе тізімдер бірінің ішінде бірі {$most} деңгейден терең тұр
hint-markup-bounds = мәтінді ықшамдап, қысқартыңыз: бет бұдан артығын көрсетпейді
markup-head-leads = әр бетте қайталанатын кесте басында сілтеме, ескерту немесе сұқтау тұр
hint-markup-head-leads = оны кестенің атауына, ескертпесіне немесе кесте басынан кейінгі жолға көшіріңіз
theme-number = `{$key}` мәні {$value}; бет {$least} пен {$most} аралығындағы мәнмен теріледі
hint-theme-number = бет өлшемдері миллиметрмен, қаріп өлшемдері пунктпен беріледі
off-page = {$page}-бетте мәтін беттен шығып кеткен: «{$text}»
hint-off-page = сол жердегі мәтінді бөліңіз не қысқартыңыз; кестеде бұл — беттен үлкен ұяшық
theme-unknown = `{$name}` деген безендіру жоқ
hint-themes = безендірулер: {$names}
palette-key-unknown = `report.look.heading_colour` кілті – `{$key}`, бірақ палитрада ондай кілт жоқ
hint-palette-keys = палитраның кілттері: {$names}
palette-colour-wrong = `palette.{$key}` мәні – `{$colour}`, ал бұл түс емес
palette-contrast = `palette.{$key}` түсінің `{$ground}` фонындағы контрасты – {$ratio} : 1, ал мәтінге 4.5 : 1 қажет
hint-palette-contrast = мәтін оқылатындай етіп, оның түсін күңгірттеңіз немесе фонын ашық етіңіз
hint-colour-form = түстерді `#RRGGBB` түрінде жазыңыз
font-without-regular = диаграмма қарпі «{$family}»: жинақтағы қаріптер арасында қалыпты сызылымы жоқ
font-without-bold = диаграмма қарпі «{$family}»: жинақтағы қаріптер арасында қалың сызылымы жоқ
hint-font-file = оның файлын қалғандарының ({$names}) қасына салыңыз
chart-font-absent = диаграмма қарпі «{$family}» жинақтағы қаріптер арасында жоқ
hint-fonts-of-build = жинақтағы қаріптер: {$names}
chart-character-missing = диаграмма қарпі «{$family}» ішінде «{$text}» үшін керек «{$character}» таңбасы (U+{$code}) жоқ
hint-chart-character = жазудағы таңбаны ауыстырыңыз немесе `theme.toml` файлында басқа диаграмма қарпін көрсетіңіз
glyph-missing = {$family} қарпінде «{$text}» мәтініндегі U+{$code} «{$character}» таңбасы жоқ
hint-glyph-missing = таңбаны ауыстырыңыз немесе `theme.toml` файлында ол таңбасы бар қаріпті таңдаңыз
theme-file-name = `{$path}` файл атауы жарамайды: {$detail}
hint-theme-file-name = безендіру файлдарын қарапайым латын әріптерімен атаңыз
theme-file-large = безендірудің Typst файлы { $most } КБ-тан үлкен
theme-growth = цикл мәнді оның өзінің ішіне салады, сондықтан ол әр жолы тереңдей түседі
theme-nested = безендіру өрнегінде аралап шығуға болатыннан көп деңгей бар (ең көбі { $most })
theme-while = безендіруге `while` керек емес: ол дайын деректерді береді
theme-function = безендіру `{ $name }` функциясын шақыра алмайды
theme-package = безендіру `{ $name }` бумасын жүктей алмайды
theme-number-large = { $number } саны безендіруге керек кез келген саннан үлкен (ең көбі – { $most })
hint-theme-refused = құжатты `for` арқылы аралап, безендірудің өз файлдарын ғана қосыңыз
cover-unread = мұқаба SVG ретінде оқылмайды: { $detail }
cover-element = мұқабада `{ $name }` элементінің орны жоқ
cover-number = мұқабада { $number } саны тұр; ең үлкені – { $most }
cover-large = мұқаба { $most } КБ-тан үлкен немесе элементтері тым көп
hint-cover = мұқабаны қарапайым фигуралармен және градиенттермен салыңыз

## PDF

typst-refused = Typst құжатты қабылдамады: {$detail}
pdf-refused = PDF стандарттарға сай емес: {$detail}

## DOCX

docx-empty = құжатта жазылатын мазмұн жоқ
docx-picture-not-png = `{$label}` суретінің кескіні PNG емес
chart-workbook-refused = диаграмма деректерінің кітабы жазылмады: {$detail}
docx-picture-missing = `{$label}` суретінің PNG кескіні жоқ
docx-table-uneven = `{$label}` кестесінің кейбір жолдарында ұяшық саны баған санына ({$columns}) тең емес
docx-lists-deep = тізімдер бір-біріне рұқсат етілгеннен терең салынған (деңгей саны: {$levels})
footnote-nested = {$number} нөмірлі бет асты ескертпесі басқа ескертпенің ішінде тұр
hint-footnote-nested = біреуін мәтінге көшіріңіз
link-address = сілтемедегі `{$url}` – толық `https`, `http` немесе `mailto` мекенжайы емес
docx-character-in-text = «{$text}» ішіндегі U+{$code} таңбасын XML қабылдамайды
docx-character-in-part = `{$path}` ішіндегі U+{$code} таңбасын XML қабылдамайды
docx-part-malformed = `{$path}` дұрыс құрылмаған: {$detail}
docx-addition-lost = `{$path}` ішінде `{$mark}` белгісі жоқ немесе өз орнында емес: бағдарлама қатесі
docx-not-zipped = DOCX қапталмады: {$detail}
workbook-refused = кітап немесе деректер пакеті жазылмады: {$detail}
format-not-possible = таңдалған құжаттарда мұндай формат жоқ: PPTX пен спикердің PDF-і слайдтардан, XLSX пен ZIP статистикалық базадан, PDF пен DOCX қалғанының бәрінен жасалады
