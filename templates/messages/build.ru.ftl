### Ошибки и подсказки при сборке: файлы, шаблоны, разметка, диаграммы, шрифты, PDF и DOCX.

## Файлы

input-not-folder = `{$path}` – не папка
hint-input-folder = укажите папку, в которой лежит `study.json`, или книгу `study.xlsx`
input-folder-unopened = папка `{$path}` не открывается: {$detail}
hint-input-path = проверьте путь; в папке исследования лежит `study.json` или `study.xlsx`
input-not-utf8 = `{$path}` – текст не в кодировке UTF-8
hint-input-utf8 = сохраните файл в кодировке UTF-8
input-file-unreadable = `{$path}` не читается: {$detail}
input-file-large = файл `{$path}` больше {$most} МБ
hint-input-readable = проверьте, что это файл и что у вас есть право его читать
input-file-missing = нет файла `{$path}`
hint-input-file = добавьте файл в папку исследования; его устройство показывает `esep schema`
input-path-outside = `{$path}` ведёт за пределы папки исследования
input-not-file = `{ $path }` – не файл, а папка, канал или ссылка в никуда
hint-input-not-file = положите на это место файл с таким именем или уберите это
font-broken = `{ $path }` не читается как шрифт
hint-font-broken = скопируйте шрифт ещё раз; читаются TrueType и OpenType с контурами
hint-input-copy = скопируйте файл в папку вместо того, чтобы ссылаться на него
template-file-missing = нет файла шаблонов `{$path}`
hint-deliverable-template = идентификатор называет папку шаблонов: interim-1, interim-2, final, slides или своя, заданная через --templates
languages-differ = «{$label}»: в {$first} здесь {$one}, а в {$second} – {$other}
hint-languages-differ = пусть языки говорят здесь одно и то же: тот же порядок блоков, те же числа, те же ссылки
outline-block = {$kind} [{$values}]
outline-nothing = ничего нет
outline-bibliography = список источников
outline-callout = выноска
outline-contents = содержание
outline-figure = рисунок
outline-formula = формула
outline-heading = заголовок
outline-list = пункт списка
outline-notes = слова докладчика
outline-numbers = показатели
outline-quote = цитата
outline-row = строка таблицы
outline-slide = слайд
outline-table = таблица
outline-paragraph = абзац
report-title-missing = у отчёта нет названия на языке `{$language}`
hint-report-title-missing = добавьте {$language} = «…» в раздел [title]
hint-template-file = положите файл в папку, указанную в `--templates`
stray-template = шаблон `{$path}` в этой версии программы не используется
hint-stray-template = удалите файл или перенесите нужное из него в файлы, которые называет `esep words`; рядом с шаблонами своего отчёта должен лежать `report.toml`, своего оформления – `theme.toml`
toml-refused = файл содержит ошибку: {$detail}
hint-compare-program = сравните файл с тем, что поставляется с программой
build-output-unwritable = `{$path}` не записывается: {$detail}
build-output-held = папку `{$path}` держит другой запуск (процесс {$process})
hint-build-output = закройте файл, если он открыт в другой программе, или укажите другую папку через `--out`
hint-build-output-held = дождитесь его окончания или укажите другую папку через `--out`
build-output-of-other = в папке `{$path}` лежат файлы исследования `{$study}` ({ $edition ->
    [public] версия для публикации
   *[customer] версия для заказчика
}); у других файлов были бы те же имена
hint-build-output-of-other = укажите другую папку через `--out`; если прежние файлы больше не нужны, удалите из папки {$manifest}
programme-refused = файл `programme.json` составлен неверно: {$detail}
hint-programme = программа – это папка с файлом `programme.json`: `shared` называет папку общих файлов, `studies` – папки исследований; без `studies` в программу входит каждая папка с исследованием
programme-empty = в папке `{$path}` нет ни одного исследования
programme-part = части {$part} из {$parts} не существует
hint-programme-part = части нумеруются с нуля: от `0/4` до `3/4`

## Что заказано

request-deliverable-unknown = в исследовании не предусмотрен документ `{$name}`
hint-request-deliverables = документы: {$names}
request-language-unknown = в исследовании нет языка `{$name}`
hint-request-languages = языки: {$names}
job-not-set-up = документ `{$name}` не был подготовлен к сборке

## Файлы языков

respondents-forms-missing = в `respondents` нет форм слова: { $forms }
hint-respondents-forms = укажите все формы, которые нужны предложениям, например «nom»: «житель», «gen»: «жителя», «pl_nom»: «жители», «pl_gen»: «жителей», «pl_dat»: «жителям»; или уберите `respondents`
settings-key-unknown = в программе нет ключа `{ $key }`
hint-compare-locale = сравните файл с `locale/kk.toml`
locale-caption-without-number = в `caption.{$key}` нет места для номера
hint-locale-caption = напишите `{"{"}n{"}"}` там, где стоит номер
locale-language-wrong = `{$language}` – не код языка
locale-without-numbers = для языка `{$language}` нет формата чисел: {$detail}
locale-without-plurals = для языка `{$language}` нет правил множественного числа: {$detail}
hint-locale-language = `language` – код языка по BCP 47, например `kk`
hyphenation-missing = слова языка `{$language}` не переносятся: текст набран с рваным правым краем
hint-hyphenation-missing = опишите слоги в `[hyphenation]` по образцу `locale/kk.toml` или напишите `justify = false`
annex-letters-few = приложений больше, чем букв для их обозначения ({$letters})
hint-annex-letters = добавьте буквы в `annex_letters`
locale-key-missing = в файле языка нет ключа `{$key}` в разделе `[{$table}]`
hint-locale-key = добавьте `{$key} = «…»` под `[{$table}]`
ending-without-number = `{$printed}` не оканчивается числом
hint-ending-number = сначала дайте число: `{"{{"} n | num | ending(case="dat") {"}}"}`
ending-unknown = для «{$word}» нет окончания `{$case}`
hint-ending-cases = падежи: `gen`, `dat`, `acc`, `loc`, `abl`, `ins`, `poss`, а также от `poss-gen` до `poss-ins`
form-without-rules = язык `{$language}` не склоняет слова по правилам
form-without-word = «{$text}» не оканчивается словом, к которому присоединяется окончание
acronym-unknown = к сокращению «{$word}» нужно окончание, а его произношение не указано
hint-acronym-unknown = добавьте в [forms.acronyms] файла {$path}: «{$word}» = слово с теми же окончаниями
harmony-unsettled = окончания слова «{$word}» (твёрдые или мягкие) определяет обычай, а в списке его нет
hint-harmony-unsettled = добавьте слово в `front_words` или `back_words` раздела [forms.harmony] файла {$path} или укажите его формы в данных
locale-date-pattern = не все места образца даты «{$pattern}» заполняются
hint-locale-date-pattern = места: `{"{"}d{"}"}`, `{"{"}dd{"}"}`, `{"{"}mm{"}"}`, `{"{"}y{"}"}`, `{"{"}month_nom{"}"}` и другие формы из `[date.months]`; в промежутках с 1 или 2 в конце имени
ordinal-form-unknown = нет порядкового числительного в форме `{$form}`
hint-ordinal-forms = в `[ordinals]` файла языка есть: {$names}

## Шаблоны

template-error = шаблон не обработан: {$detail}
hint-template-syntax = проверьте скобки, кавычки и черту тега, например `{"{{"} значение | фильтр(имя=1) {"}}"}`
hint-template-name = сверьте имя с данными исследования; есть ли необязательное, спрашивает `{"{"}% if x is defined %{"}"}`
hint-template-functions = фильтры и функции перечислены в `templates/README.md`
template-endless = вывод шаблона растёт без конца
hint-template-endless = поищите цикл по очень длинному диапазону
template-nested = больше { $most } тегов вложены один в другой
template-steps = шаблон делает больше шагов, чем нужно любому документу
template-printed = шаблон печатает больше { $most } МБ
template-value-long = текст, который собирает шаблон, длиннее { $most } КБ
template-value-large = в списке, который собирает шаблон, больше { $most } значений
template-indent = фильтр indent здесь не нужен: текст документа не сдвигают пробелами
hint-template-beyond = поищите цикл внутри цикла или значение, которое собирается из самого себя
text-statement = в собственном тексте тегу `{ $word }` не место
hint-text-statement = напишите прямо здесь то, что он подставил бы
text-unplaced = в документе нет раздела `{$section}`: текст не напечатан
hint-text-unplaced = разделы документа: {$sections}
filter-no-limits = у значения, которому задан `{$filter}`, нет границ `low` и `high`
filter-not-number = `{$filter}` получает не число
filter-plural-form = для `plural` нужна форма `{$category}=«…»` или `other=«…»`
filter-not-date = `{$text}` – не дата
filter-date-style = нет стиля даты `{$name}`
typed-digit = цифра вписана вручную: «{$text}»
hint-typed-digit = выведите её из данных: `{"{{"} n | num {"}}"}`; названия стандартов перечислите в файле языка
hint-date-styles = стили в файле языка: {$names}
filter-roman = у числа {$number} нет римской записи: она есть у чисел от 1 до 3999
name-gender-missing = у названия не указан род, а слова с ним согласуются
hint-name-gender = добавьте `«gender»: «f»` (m, f, n, pl) к формам названия в исследовании
filter-agree-form = фильтру `agree` нужна форма `{$gender}=«…»`
template-leftover = «{$word}» – слово другого языка
template-other-language = «{$text}» – на другом языке
hint-template-leftover = переведите его или внесите в `known` таблицы `[lint]` файла {$path}
marks-two-spaces = два пробела подряд: «{$text}»
marks-quotes = кавычка {$mark} не из этого языка, нужны {$right}
marks-hyphen = дефис вместо тире: «{$text}»
marks-dash = длинное тире между словами: «{$text}»
marks-ellipsis = три точки вместо многоточия: «{$text}»
marks-space = пробел перед знаком: «{$text}»
hint-marks = ставьте один пробел, кавычки своего языка, короткое тире с пробелами и многоточие одним знаком
claim-unfounded = «{$word}» утверждает больше, чем позволяет само число
hint-claim-unfounded = печатайте это только внутри `{"{"}% if … %{"}"}`, где спрашивается вид чтения ({$kinds}) или факт ({$facts})

## Предложения

sentence-heading = «{$text}» – не `# раздел` и не `## имя`
sentence-name = «{$name}» не может быть именем предложения
sentence-nameless = слова выше первого имени предложения
sentence-twice = предложение {$name} стоит здесь второй раз
sentence-empty = у предложения {$name} нет слов
sentence-paragraphs = предложение {$name} продолжается после пустой строки
hint-sentence-file = `## имя` (строчные латинские буквы, цифры, дефисы, точки), под ним один абзац; перед другой редакцией – строка `or:`
sentence-long = в предложении {$name} символов – {$length}, допустимо не более {$most}
hint-sentence-long = разделите его на два, а в структуре назовите оба
sentence-statement = тегу `{$word}` не место в предложении
sentence-clause = в значении, которое печатает предложение, не может быть `{$word}`
sentence-conditions = в предложении может быть только одно условие
sentence-condition-order = тег условия, которое не открыто
sentence-condition-open = условие не закрыто
sentence-block = «{$text}» начало бы список, заголовок, цитату или директиву
sentence-cells = в предложении не может быть `|`: ячейки относятся к структуре
hint-sentence-tag = предложение – это слова, значения вида `{"{{"} значение | фильтр {"}}"}` и не более одного `{"{%"} if … %{"}"}…{"{%"} else %{"}"}…{"{%"} endif %{"}"}`; всё остальное – в report.md
sentence-missing = структура называет {$name}, а в {$path} такого предложения нет
hint-sentence-missing = добавьте его в {$path}
sentence-key-missing = нет предложения {$name}
hint-sentence-key = добавьте его к другим предложениям {$group}
sentence-unknown = ни одна структура не называет предложение {$name}
hint-sentence-unknown-shared = общие предложения перечисляет `esep words` любого отчёта, вслед за его собственными
hint-sentence-unknown = предложения перечисляет `esep words {$deliverable}`
wordings-differ = редакции {$name} печатают разные данные: {$data}
sentence-languages-differ = {$name} печатает здесь не те данные, что в {$other}: {$data}
hint-sentence-data = все редакции и все языки предложения печатают одни и те же значения и ссылаются на одни и те же места
sentence-copied = у {$name} те же слова, что в {$other}
hint-sentence-copied = переведите его
structure-words = «{$word}» – слово одного из языков
hint-structure-words = сделайте из него предложение на каждом языке, а здесь назовите его
structure-statement = тегу `{$word}` не место в структуре
structure-tag = тег `{$word}` записан не так
hint-structure-tag = `say ИМЯ`, `say ИМЯ[КЛЮЧ]`, `say ИМЯ if УСЛОВИЕ`; `list ПЕРЕМЕННАЯ for ЭЛЕМЕНТ in СПИСОК say ИМЯ joined ИМЯ`; `part ИМЯ`
structure-part = нет части {$name}
hint-structure-part = части – это файлы папок reports/{$report} и reports/shared
hint-stray-words = имя файла – документ или `shared` и язык исследования, например `words/final.ru.md`

## Разметка

directive-name-wrong = `{$name}` – не имя директивы
attribute-form-wrong = `{$text}` не имеет вида `key=value`
attribute-name-wrong = `{$key}` – не имя атрибута
attribute-twice = атрибут `{$key}` указан дважды
attribute-unquoted = у значения `{$key}` нет закрывающей кавычки
hint-attributes-form = пишите атрибуты в виде `key=value` или `key=«a value»`
hint-heading-attributes = напишите `{"{"}id=sec-name{"}"}`
directive-nameless = директива без имени
hint-directive-open = директиву открывает строка `:::name`; в закрывающей строке столько же двоеточий, сколько в открывающей
directive-colon = двоеточие внутри атрибутов директивы
hint-directive-colon = в идентификаторах и именах данных двоеточий нет
directive-unclosed = директива не закрыта
hint-directive-close = закройте её строкой из стольких же двоеточий; у внешней директивы двоеточий больше, чем у внутренней
markup-html = HTML в отчёте не допускается
markup-code-block = блок кода (с отступом или между рядами ```) в отчёте не допускается
markup-code = код в обратных апострофах в отчёте не допускается
markup-image = вставленное изображение в отчёте не допускается
markup-other = такая разметка в отчёте не допускается
hint-markup = пользуйтесь заголовками, абзацами, списками, таблицами, цитатами и директивами

## Директивы и их содержимое

directive-unknown = директивы `{$name}` здесь нет
hint-directives = директивы отчёта: {$names}
attribute-unknown = у `{$directive}` нет атрибута `{$key}`
hint-attributes-none = у `{$directive}` нет атрибутов
hint-attributes-known = атрибуты `{$directive}`: {$names}
attribute-missing = для `{$directive}` нужен атрибут `{$key}`
hint-attribute-write = напишите `:::{$directive} {$key}=…`
figure-without-caption = у рисунка нет названия
table-without-caption = у таблицы нет названия
hint-caption = напишите название отдельным абзацем внутри директивы
only-paragraphs = здесь могут стоять только абзацы
hint-paragraphs = разделяйте абзацы пустыми строками
title-page-stray = этому не место на титульном листе
hint-title-page-parts = части: {$names}
heading-role-unknown = недопустимое значение роли заголовка: `{$name}`
hint-heading-roles = роли: {$names}; нумерованному разделу роль не нужна
contents-of-unknown = недопустимое значение для списка со страницами: `{$name}`
hint-contents-of = списки: {$names}; для заголовков указывать не нужно
heading-too-deep = заголовок ниже четвёртого уровня
hint-heading-levels = ставьте не больше четырёх знаков `#`
numbers-not-list = в `numbers` должен стоять один список
numbers-item-long = пункт в `numbers` занимает одну строку
hint-numbers-item = пишите пункты в виде `- **value** label *(detail)*`
before-first-slide = это стоит перед первым слайдом
hint-slide-begins = слайд начинается с заголовка `## …` – его главной мысли
slide-layout-unknown = макета `{$name}` нет
hint-slide-layouts = макеты: {$names}; обычному слайду макет не нужен
slide-title-overflow = главной мысли слайда нужно {$needed} pt, а есть {$has} pt: { $lines ->
        [one] лишняя {$lines} строка
        [few] лишние {$lines} строки
       *[other] лишних {$lines} строк
    }
slide-source-overflow = источникам слайда нужно {$needed} pt, а есть {$has} pt: { $lines ->
        [one] лишняя {$lines} строка
        [few] лишние {$lines} строки
       *[other] лишних {$lines} строк
    }
slide-body-overflow = тексту слайда нужно {$needed} pt, а есть {$has} pt: { $lines ->
        [one] лишняя {$lines} строка
        [few] лишние {$lines} строки
       *[other] лишних {$lines} строк
    }
slide-table-overflow = таблице слайда нужно {$needed} pt, а есть {$has} pt: { $lines ->
        [one] лишняя {$lines} строка
        [few] лишние {$lines} строки
       *[other] лишних {$lines} строк
    }
slide-tile-overflow = числу с его подписью нужно {$needed} pt, а есть {$has} pt: { $lines ->
        [one] лишняя {$lines} строка
        [few] лишние {$lines} строки
       *[other] лишних {$lines} строк
    }
slide-chart-overflow = диаграмме слайда нужно {$needed} pt, а есть {$has} pt: { $lines ->
        [one] лишняя {$lines} строка
        [few] лишние {$lines} строки
       *[other] лишних {$lines} строк
    }
hint-slide-overflow = сократите его или разделите слайд на два: шрифт не уменьшается
slide-footnote = слайд {$slide}: на слайдах нет сносок; перенесите её в источники
slide-without-paragraphs = слайд {$slide}: этому блоку нет места среди текста
slide-chart-tall = слайд {$slide}: диаграмме PowerPoint нужно {$needed} pt, а есть {$has} pt
pptx-not-a-deck = PPTX и PDF докладчика делаются из слайдов, а это отчёт
slide-without-layout = эти блоки не помещаются вместе на одном слайде
hint-slide-one-block = на слайде стоит текст, или одна диаграмма, таблица, строка чисел, или цитаты; два блока рядом – layout=columns
slide-number-unknown = слайд {$slide}: в итоговом отчёте нет числа `{$number}`
paper-number-unknown = в итоговом отчёте нет числа `{$number}`
pages-exceeded = страниц в документе – {$n}, а можно не больше {$most}
hint-pages-exceeded = сократите шаблон или увеличьте `most_pages` в report.toml
results-later = `{$id}` рассказывает о результатах на {$cutoff}, а первые датированы {$first}
results-none = `{$id}` рассказывает о результатах на {$cutoff}, а в исследовании их ещё нет
hint-results-none = исправьте дату среза или дату результатов либо запросите только то, что уже можно сделать: `--deliverable`
hint-results-left-out = остальные документы собраны; этот появится, как только его срез окажется не раньше первых результатов
presentation-none = `{$id}` – документ презентации на {$cutoff}, а к этому дню она не объявлена и не проведена
hint-presentation-none = документ скажет только об этом; внесите презентацию в events.json (`announced` – день, когда о ней объявлено), исправьте дату среза или уберите документ из `deliverables`
hint-slide-number = слайды и короткие документы говорят то, что есть в итоговом отчёте: выведите там тот же показатель с тем же округлением или уберите его здесь

## Таблицы

table-outside-directive = таблица стоит вне директивы `table`
hint-table-wrap = напишите так: `:::table id=tab-name`, таблица, абзац с названием, `:::`
table-not-one = в директиве `table` должна быть одна таблица
hint-table-one = напишите одну таблицу Markdown или укажите `question=<id>`
table-without-rows = в таблице `{$label}` нет строк
font-not-embeddable = авторы шрифта {$family} не разрешают встраивать его в документ
hint-font-not-embeddable = уберите `--embed-fonts` или назовите в `theme.toml` другой шрифт
table-too-wide = таблице `{$label}` в {$columns} столбцов нужно {$needed} pt, а на альбомной странице {$has} pt
hint-table-too-wide = разделите таблицу, сократите самые длинные слова или поменяйте строки и столбцы местами
row-height-wrong = `height={$found}` – не высота от {$least} до {$most} мм
hint-row-height = укажите высоту в миллиметрах, например `height=9`
table-page-unknown = недопустимое значение страницы таблицы: `{$name}`
hint-table-page = значения `page`: {$names}; без него решает ширина таблицы
table-signs-unknown = недопустимое значение знаков таблицы: `{$name}`
hint-table-signs = значение `signs`: {$names}, если знаки объяснены в тексте над таблицей; без него их объясняют примечания
hint-guard-directive = заключите директиву в `{"{"}% if … %{"}"}` или добавьте данные
widths-wrong = в `widths` нужно столько положительных чисел, сколько столбцов: {$wanted}
hint-widths = напишите, например, `widths=«3,1,1»`
table-breakdown-without-records = по вопросу `{$question}` нет записей в разрезе `{$by}`
hint-table-breakdowns = разрезы перечислены в `codebook.json`; в записях их указывает поле `by`
directive-item-unknown = у вопроса `{$question}` нет пункта или ответа `{$item}`
hint-directive-items = его пункты и ответы: {$items}

## Данные диаграмм и таблиц

chart-data-unknown = данных `{$name}` для диаграмм нет
hint-chart-data-known = данные: {$names}; или `question=<id>`
chart-kind-unknown = у диаграммы этих данных нет вида `{$name}`
hint-chart-kinds = виды: {$names}
chart-stages-few = у вопроса `{$id}` есть результаты только одного этапа
chart-groups-many = {$found} групп цветом не различить, только {$most}
hint-chart-groups-many = покажите группы видом `kind=heat` или `kind=multiples`
chart-shares-no-whole = доли ответов дают в сумме {$sum}, а не сто процентов
hint-chart-answers-many = покажите ответы видом `kind=bars`
chart-name-without-room = подписи «{$label}» нет места рядом с её точкой
hint-chart-names = возьмите меньше пунктов или покажите их видом `kind=bars`
chart-items-not-common = у вопросов `{$id}` и `{$other}` слишком мало общих пунктов с результатами
chart-finding-without-groups = у вывода `{$id}` нет показателя по группам
chart-data-unsaid = для диаграммы не указаны данные
hint-chart-data-write = напишите `question=<id>` или `data=…` ({$names})
chart-without-data = по состоянию на {$date} в исследовании нет данных для диаграммы `{$name}`
directive-question-unknown = вопроса `{$id}` нет
hint-directive-questions = вопросы перечислены в `codebook.json`
directive-question-without-results = по состоянию на {$date} по вопросу `{$id}` нет результатов
hint-directive-question-results = в `results/*.json` нужны записи по этому вопросу не позднее даты среза
chart-question-without-items = в вопросе нет пунктов
chart-without-days = пока нет ни одного дня, который можно показать
limit-wrong = `limit` – не число
hint-limit = напишите, например, `limit=7`

## Метки и ссылки

label-wrong = `{$label}` не годится как метка
hint-label-form = метка состоит из латинских букв, цифр, `-` и `_` и начинается с буквы
label-twice = метка `{$label}` дана дважды
hint-label-own = дайте каждому рисунку, таблице и заголовку собственный `id`
label-unknown = метки `{$label}` ни у чего нет
hint-label-near = может быть, имелась в виду `{$label}`?
label-without-number = у метки `{$label}` нет номера, который можно напечатать
hint-label-without-number = сошлитесь на неё словами: у заголовков без номера, а также у рисунков и таблиц коротких документов номеров нет
hint-label-none = дайте `id` рисунку, таблице или заголовку, на который ведёт ссылка
label-range-wrong = `{$first}..{$last}` – не ряд: его концы разного рода или стоят в обратном порядке
hint-label-range = назовите первый и последний из нужных рисунков, таблиц или приложений в порядке текста
citation-without-list = документ ссылается на `{$label}`, а списка источников в нём нет
hint-citation-without-list = поставьте `:::bibliography` и `:::` там, где должен стоять список
volume-outside-report = объём указывается только в отчёте
hint-volume-outside-report = уберите `:::volume`
figure-never-referred-to = в тексте нет ссылки на рисунок `{$label}`
table-never-referred-to = в тексте нет ссылки на таблицу `{$label}`
annex-never-referred-to = в тексте нет ссылки на приложение `{$label}`
hint-never-referred-to = напишите `[](#{$label})` там, где о нём говорится в тексте, или `[](#первая..последняя)` для ряда

## Построение диаграмм

chart-without-rows = в диаграмме нет ни одной строки
chart-axis-not-finite = граница или деление оси диаграммы – не конечное число
chart-axis-without-length = у оси диаграммы нет длины (от {$min} до {$max})
chart-value-not-finite = значение «{$label}» – не конечное число
chart-value-negative = значение «{$label}» отрицательное ({$value})
hint-axis-below-zero = дайте диаграмме ось, которая начинается ниже нуля
chart-bound-not-finite = граница интервала «{$label}» – не конечное число
chart-interval-upside-down = в интервале «{$label}» нижняя граница больше верхней
chart-place-outside = у «{$label}» места {$best}–{$worst}, а всего мест {$most}
chart-reference-not-finite = место опорной линии – не конечное число
chart-without-answers = в диаграмме шкалы нет ответов
chart-values-miscounted = «{$label}»: значений – {$found}, а ответов – {$wanted}
chart-share-wrong = доля «{$answer}» в «{$label}» – {$value}, а нужно число не меньше нуля
chart-shares-sum = сумма долей «{$label}» – {$sum} %
chart-day-not-finite = день – не конечное число
chart-day-count-wrong = итог дня – {$value}, а нужно число не меньше нуля
chart-target-wrong = целевое значение – {$value}, а нужно число не меньше нуля
chart-days-unsorted = накопленные итоги стоят не по порядку дней
chart-total-without-room = диаграмме нужно {$needed} пт, а есть {$height} пт
hint-chart-room = освободите место для диаграммы
chart-width-impossible = диаграмма не может быть шириной {$width} пт при кегле {$size} пт
chart-height-impossible = диаграмма не может быть высотой {$height} пт
chart-too-high = высота диаграммы получается {$height} пт
hint-split-chart = покажите меньше строк или разделите диаграмму
chart-rows-without-room = диаграмме (строк: {$rows}) при кегле {$size} пт нужно {$needed} пт, а есть {$height} пт
hint-fewer-rows = покажите меньше строк, сократите подписи или освободите место для диаграммы
chart-not-written = диаграмма не записана в формате SVG: {$detail}
chart-svg-unreadable = SVG диаграммы не читается: {$detail}
chart-not-rasterised = диаграмму нельзя растрировать при таком числе пикселей на пункт: {$scale}
chart-png-unwritten = PNG диаграммы не записывается: {$detail}

## Оформление и шрифты

chart-colour-wrong = «{$colour}» в палитре – не цвет
qr-without-address = у исследования нет адреса для QR-кода
photograph-unknown = в исследовании нет фотографии `{$id}`
hint-photograph-unknown = возьмите id из `photographs` в study.json
formula-unknown = формулы `{$name}` нет
hint-formulas = формулы в formulas.toml: {$names}
formula-without-words = у формулы `{$name}` в formulas.toml нет слов на языке `{$language}`
formula-unreadable = формула `{$name}` в formulas.toml не читается: {$detail}
hint-formula = что нужно формуле, сказано в начале formulas.toml
list-start = список начинается с числа от 1 до { $most }
hint-list-start = напишите номер, который должен быть у первого пункта
markup-nested = цитаты или списки вложены друг в друга глубже чем на {$most}
hint-markup-bounds = сделайте текст проще и короче: больше страница не показывает
markup-head-leads = сноска, ссылка или отсылка стоит в головке таблицы, которая повторяется на каждой странице
hint-markup-head-leads = перенесите её в название таблицы, в примечание к ней или в строку под головкой
theme-number = `{$key}` равно {$value}; страница набирается при значениях от {$least} до {$most}
hint-theme-number = размеры страниц — в миллиметрах, кегли — в пунктах
off-page = на странице {$page} текст вышел за её край: «{$text}»
hint-off-page = разделите или сократите то, что там стоит; в таблице это ячейка больше страницы
theme-unknown = оформления `{$name}` нет
hint-themes = оформления: {$names}
palette-key-unknown = `report.look.heading_colour` называет `{$key}`, такого ключа в палитре нет
hint-palette-keys = ключи палитры: {$names}
palette-colour-wrong = в `palette.{$key}` стоит `{$colour}`, а это не цвет
palette-contrast = контраст `palette.{$key}` на фоне `{$ground}` – {$ratio} : 1, а тексту нужно 4.5 : 1
hint-palette-contrast = сделайте цвет текста темнее или фон светлее, чтобы его можно было прочитать
hint-colour-form = записывайте цвета в виде `#RRGGBB`
font-without-regular = у шрифта диаграмм «{$family}» среди шрифтов сборки нет обычного начертания
font-without-bold = у шрифта диаграмм «{$family}» среди шрифтов сборки нет полужирного начертания
hint-font-file = положите его файл рядом с остальными ({$names})
chart-font-absent = шрифта диаграммы «{$family}» нет среди шрифтов сборки
hint-fonts-of-build = шрифты сборки: {$names}
chart-character-missing = в шрифте диаграмм «{$family}» нет знака «{$character}» (U+{$code}), нужного для «{$text}»
hint-chart-character = замените знак в подписи или задайте в `theme.toml` другой шрифт диаграмм
glyph-missing = в шрифте {$family} нет знака U+{$code} «{$character}» из текста «{$text}»
hint-glyph-missing = замените знак или выберите в `theme.toml` шрифт, в котором он есть
theme-file-name = имя файла `{$path}` не подходит: {$detail}
hint-theme-file-name = называйте файлы оформления простыми латинскими буквами
theme-file-large = файл Typst в оформлении больше { $most } КБ
theme-growth = цикл вкладывает значение в него же самого, и оно каждый раз становится глубже
theme-nested = в выражении оформления больше уровней, чем можно обойти (не более { $most })
theme-while = `while` в оформлении не нужен: оно набирает готовые данные
theme-function = оформлению нельзя вызывать `{ $name }`
theme-package = оформлению нельзя загружать пакет `{ $name }`
theme-number-large = { $number } больше любого числа, нужного оформлению (не больше { $most })
hint-theme-refused = проходите документ через `for` и подключайте файлы самого оформления
cover-unread = обложка не читается как SVG: { $detail }
cover-element = элементу `{ $name }` на обложке не место
cover-number = на обложке стоит число { $number }; наибольшее – { $most }
cover-large = обложка больше { $most } КБ, или в ней слишком много элементов
hint-cover = рисуйте её простыми фигурами и градиентами

## PDF

typst-refused = Typst не принял документ: {$detail}
pdf-refused = PDF не соответствует стандартам: {$detail}

## DOCX

docx-empty = в документе нечего записывать
docx-picture-not-png = изображение рисунка `{$label}` – не PNG
chart-workbook-refused = книга с данными диаграммы не записывается: {$detail}
docx-picture-missing = нет PNG для рисунка `{$label}`
docx-table-uneven = в таблице `{$label}` число ячеек в некоторых строках не равно числу столбцов ({$columns})
docx-lists-deep = списки вложены друг в друга глубже допустимого (уровней: {$levels})
footnote-nested = сноска {$number} стоит внутри другой сноски
hint-footnote-nested = перенесите одну из них в текст
link-address = адрес ссылки `{$url}` – не полный адрес `https`, `http` или `mailto`
docx-character-in-text = знак U+{$code} в «{$text}» недопустим в XML
docx-character-in-part = знак U+{$code} в `{$path}` недопустим в XML
docx-part-malformed = `{$path}` построен неверно: {$detail}
docx-addition-lost = в `{$path}` метку `{$mark}` не носит ничто или носит не то, для чего она: ошибка программы
docx-not-zipped = DOCX не упаковывается: {$detail}
workbook-refused = книга или пакет данных не записывается: {$detail}
format-not-possible = у выбранных документов нет такого формата: PPTX и PDF докладчика делаются из слайдов, XLSX и ZIP – из статистической базы, PDF и DOCX – из всего остального
