# Что говорит чтение и проверка исследования. Одно предложение, затем (hint-…) следующий шаг.

## Чтение файлов

records-twice = записи стоят и в самом файле, и в таблице CSV
hint-records-twice = оставьте одно из двух: `records` или `records_file`
stray-file = файл `{$path}` в исследовании не используется
hint-stray-file = файлы исследования: {$files}
hint-stray-table = укажите таблицу в поле `records_file` одного из файлов результатов или уберите её
hint-stray-text = назовите файл РАЗДЕЛ.ЯЗЫК.md, РАЗДЕЛ.before.ЯЗЫК.md или РАЗДЕЛ.after.ЯЗЫК.md на языке исследования и положите его в `text/ДОКУМЕНТ`
boundaries-no-collection = файл не является FeatureCollection
picture-unreadable = `{$path}` – не картинка, которую можно прочитать: {$detail}
hint-picture = сохраните картинку как JPEG или PNG, не больше 20 000 пикселей по ширине и высоте
hint-stray-picture = назовите файл в `photographs` или как `logo` в study.json либо уберите его
boundaries-unreadable = файл не в формате GeoJSON: {$detail}
boundaries-territory-missing = у территории `{$id}` нет границы в {$path}
boundaries-without-id = объект без `id`
boundaries-id-unknown = нет территории `{$id}`
boundaries-no-polygon = граница `{$id}` не состоит из замкнутых колец долгот и широт
hint-boundaries = для каждой территории нужен один Feature с её id и Polygon или MultiPolygon в градусах (WGS 84)
hint-did-you-mean = может быть, имелось в виду `{$near}`?
hint-keep-one = оставьте одно из двух
control-character = в тексте стоит знак {$character}, который нельзя напечатать
hint-control-character = удалите его; обычно он попадает с текстом, скопированным из другой программы
duplicate-key = ключ `{$key}` стоит в одном объекте дважды
study-newer = исследование составлено по версии {$version} формата, а эта программа знает версии до {$own}
hint-study-newer = установите новейшую esep или запросите исследование в версии {$own} у того, кто его составил
study-older = исследование составлено по версии {$version} формата, новейшая – {$own}; оно читается как есть
hint-study-older = `esep convert` запишет его в новейшей версии; или задайте `schema_version` в study.json сами
json-syntax = { $kind ->
    [trailing-comma] `{$path}` – не JSON: запятая стоит перед закрывающей скобкой
    [expected-value] `{$path}` – не JSON: здесь нет значения
    [eof-while-parsing-a-value] `{$path}` – не JSON: файл обрывается слишком рано
    [eof-while-parsing-an-object] `{$path}` – не JSON: файл обрывается внутри объекта
    [eof-while-parsing-a-list] `{$path}` – не JSON: файл обрывается внутри списка
    [eof-while-parsing-a-string] `{$path}` – не JSON: файл обрывается внутри текста
    [key-must-be-a-string] `{$path}` – не JSON: ключ должен стоять в двойных кавычках
    [trailing-characters] `{$path}` – не JSON: после конца данных стоят лишние знаки
    [recursion-limit-exceeded] вложенность в `{$path}` глубже, чем нужно любому исследованию
    [number-out-of-range] число в `{$path}` больше любого возможного
    [expected-or] `{$path}` – не JSON: не хватает запятой или закрывающей скобки
    [expected] `{$path}` – не JSON: после ключа нет двоеточия
    [invalid-number] `{$path}` – не JSON: это не число JSON
    [invalid-escape] `{$path}` – не JSON: обратная косая черта стоит перед знаком, которому она не нужна
    [control-character-u0000-u001f-found-while-parsing-a-string] `{$path}` – не JSON: текст разорван на две строки
   *[other] `{$path}` не читается как JSON: {$detail}
}
hint-json-syntax = редактор с поддержкой JSON отмечает это место
field-missing = нет поля `{$field}`
hint-field-missing = добавьте его; что оно хранит, показывает `esep schema {$name}`
field-unknown = поле `{$field}` здесь не предусмотрено
hint-known-fields = поля, предусмотренные здесь: {$fields}
not-in-list = значения {$found} нет в списке: {$options}
hint-not-in-list = выберите одно из перечисленных значений
wrong-shape = значение {$found} не того вида, который здесь нужен
wrong-type = { $expected ->
    [string] здесь нужен текст в кавычках, а стоит {$found}
    [integer] здесь нужно целое число, а стоит {$found}
    [number] здесь нужно число, а стоит {$found}
    [boolean] здесь нужно true или false, а стоит {$found}
    [array] здесь нужен список, а стоит {$found}
    [object] здесь нужен объект в фигурных скобках, а стоит {$found}
    [null] здесь не должно быть значения (null), а стоит {$found}
   *[other] здесь нужно {$expected}, а стоит {$found}
}
hint-schema = что хранит поле, показывает `esep schema {$name}`
not-a-date = {$found} – не календарная дата
hint-date = пишите даты в виде ГГГГ-ММ-ДД, например 2026-09-15
not-an-address = {$found} – не адрес страницы
hint-not-an-address = адрес начинается с https:// или http://, затем имя вроде news.example.kz
hint-text-form = текст записывается так: {"{"}"kk": "…", "ru": "…"{"}"}
wrong-form = {$found} не имеет вида {$pattern}
hint-wrong-form = идентификатор состоит из латинских букв, цифр и знаков `-`, `_`, `.`, код языка – из двух строчных букв
wrong-key = ключ {$found} здесь не допускается
hint-wrong-key = код языка – две строчные латинские буквы; падежи: nom gen dat acc loc abl ins prep
too-small = {$found} меньше наименьшего допустимого значения, {$limit}
too-large = {$found} больше наибольшего допустимого значения, {$limit}
text-empty = текст пуст
hint-text-empty = напишите текст или опустите поле, если оно необязательно
object-empty = текста нет ни на одном языке
list-too-short = в списке должно быть не меньше {$limit} { $limit ->
    [one] записи
    [few] записей
    [many] записей
   *[other] записи
}
list-too-long = в списке может быть не больше {$limit} { $limit ->
    [one] записи
    [few] записей
    [many] записей
   *[other] записи
}
wrong-value = {$found} нарушает правило «{$keyword}» схемы

## Таблицы CSV с записями

csv-empty = в таблице `{$path}` нет записей
csv-broken = таблица `{$path}` не читается: {$detail}
csv-column-twice = столбец `{$column}` стоит дважды
csv-column-unknown = { $columns ->
    [one] столбец `{$column}` не предусмотрен
   *[other] столбцы `{$column}` не предусмотрены
}
csv-column-missing = { $columns ->
    [one] нет столбца `{$column}`
   *[other] нет столбцов `{$column}`
}{ $unknown ->
    [0] {""}
   *[other] , а есть `{$others}`
}
hint-csv-columns = столбцы: {$columns}
csv-cell-empty = ячейка `{$column}` пуста
csv-cell-nothing = `{$found}` в столбце `{$column}` означает, что числа нет
hint-csv-cell-empty = значение нужно в каждой записи; пустыми могут быть только `item`, `by` и `group`
csv-not-a-number = `{$found}` в столбце `{$column}` – не число
hint-csv-number = пишите 0,25 или 0.25, без единиц измерения
hint-csv-doubtful = знак может отделять и тысячи, и дробную часть: напишите 2520 или 2.52
hint-csv-number-empty = укажите число; если в группе никого не спрашивали, поставьте n = 0 или удалите эти строки
and-others = {$message}; то же ещё в { $others ->
    [one] {$others} строке
   *[other] {$others} строках
}, последняя – строка {$last}
and-other-places = {$message}; так ещё в { $others ->
    [one] {$others} месте
   *[other] {$others} местах
}: {$places}
csv-not-a-count = `{$found}` в столбце `{$column}` – не целое число людей
hint-csv-count = n и n_option – невзвешенные числа; взвешенным место в n_weighted
csv-by-group = `by` ({$by}) и `group` ({$group}) не соответствуют друг другу
hint-csv-by-group = в `by` укажите идентификатор разреза, в `group` – код группы; несколько соединяются знаком |
csv-group-alone = группа `{$group}` указана без своего разреза
csv-row-too-long = в строке ячеек: {$cells}, в заголовке: {$columns}
hint-csv-row-too-long = если в числах запятая, столбцы разделяйте точкой с запятой

## Строение

dangling-id = { $kind ->
    [territory] нет территории с идентификатором `{$id}`
    [body] нет государственного органа с идентификатором `{$id}`
    [block] нет тематического раздела с идентификатором `{$id}`
    [question] нет вопроса с идентификатором `{$id}`
    [item] у вопроса нет пункта `{$id}`
    [answer] у вопроса нет ответа с кодом `{$id}`
    [breakdown] нет разреза с идентификатором `{$id}`
    [event] нет мероприятия с идентификатором `{$id}`
    [group] в разрезе нет группы `{$id}`
    [index] нет индекса с идентификатором `{$id}`
    [component] у балла риска нет составляющей `{$id}`
    [category] нет категории кейсов с кодом `{$id}`
    [theme] нет темы фокус-групп с кодом `{$id}`
    [expert-question] в экспертном опросе нет вопроса `{$id}`
    [language] у исследования нет языка `{$id}`
   *[thing] в исследовании ничто не имеет идентификатора `{$id}`
}{ $others ->
    [0] {""}
    [one] ; он назван ещё в {$others} месте
   *[other] ; он назван ещё в {$others} местах
}
hint-dangling-id = добавьте недостающее или исправьте идентификатор
item-left-out = у вопроса `{$question}` есть пункты, но ни один не назван: {$items}
hint-item-left-out = назовите пункт в поле `item`
items-left-out = { $rows ->
    [one] в {$rows} записи не назван пункт, а у вопроса пункты есть
   *[other] в {$rows} записях не назван пункт, а у вопросов пункты есть
}: у `{$question}` – {$items}{ $others ->
    [0] {""}
    [one] ; так ещё с {$others} вопросом
   *[other] ; так ещё с {$others} вопросами
}
codes-respelled = { $kind ->
    [decimals] коды в `{$column}` стоят дробными числами, например `{$id}`
    [zeros] у кодов в `{$column}` другие начальные нули, например `{$id}`
    [label] в `{$column}` вместо кодов стоят их формулировки, например `{$id}`
   *[letters] коды в `{$column}` написаны другими буквами или чертами, например `{$id}`
}{ $others ->
    [0] {""}
    [one] , ещё в {$others} строке
   *[other] , ещё в {$others} строках
}
hint-codes-respelled = { $kind ->
    [decimals] пишите {$near}; pandas превращает столбец с пропусками в дробные числа: читайте его как текст или как Int64
    [zeros] пишите {$near}; чтобы Excel не менял нули, задайте столбцу формат «Текстовый»
    [label] пишите код из codebook.json: {$near}; выгружайте значения, а не метки
   *[letters] пишите как в codebook.json: {$near}
}
counts-unit = числа в столбце `{$column}` в {$times} раз { $size ->
    [large] больше
   *[small] меньше
}, чем должны быть: во столько раз расходятся ответы и опрошенные
hint-counts-unit = пишите число людей: n – сколько спросили, n_option – сколько из них дали этот ответ
column-shifted = столбец `{$column}` сдвинут на строку { $way ->
    [down] вниз
   *[up] вверх
} относительно других
hint-column-shifted = в нём вставили или удалили ячейку: верните столбец на строку назад
column-meaning = { $kind ->
    [share-effect] столбцы `share` и `deff` перепутаны
    [counts] столбцы `n` и `n_option` перепутаны: ответивших больше, чем опрошенных
    [weighted-answers] в `n_weighted` стоит взвешенное число давших ответ, а не взвешенная база
    [bounds-exchanged] столбцы `ci_low` и `ci_high` перепутаны
    [margin] в `ci_low` и `ci_high` стоит одно и то же: это погрешность, а не границы интервала
    [effect-per-cent] столбец `deff` дан в процентах
    [effect-inverse] в `deff` стоит n_eff / n, а нужно n / n_eff
   *[unweighted] доли посчитаны без весов: `share` равна n_option / n, хотя веса есть
}: { $rows ->
    [one] {$rows} строка
    [few] {$rows} строки
   *[other] {$rows} строк
}
hint-column-meaning = { $kind ->
    [share-effect] в `share` – взвешенная доля, от 0 до 1, в `deff` – эффект дизайна, обычно больше 1
    [counts] n – сколько человек спросили, n_option – сколько из них дали этот ответ
    [weighted-answers] `n_weighted` – сумма весов всех, кто учтён в n; она одна у всех ответов на вопрос в группе
    [bounds-exchanged] в `ci_low` – нижняя граница, в `ci_high` – верхняя
    [margin] запишите границы: интервал Уилсона на n / deff вокруг доли
    [effect-per-cent] пишите отношение: 1,17, а не 117
    [effect-inverse] запишите обратное число
   *[unweighted] посчитайте доли с весами или дайте таблицу ответов команде `esep tabulate`
}
answer-left-out = на ответ `{$answer}` нет записей: {$what}{ $others ->
    [0] {""}
    [one] {" "}и ещё {$others} распределение
    [few] {" "}и ещё {$others} распределения
   *[other] {" "}и ещё {$others} распределений
} не сходятся с базой
totals-missing = в `{$path}` нет строк всей выборки: в каждой назван разрез
hint-totals-missing = добавьте строки с пустыми `by` и `group`: с них начинается каждая диаграмма
measure-without-records = вывод опирается на {$what}{ $groups ->
    [0] , а записей этого вопроса
   *[other] {" "}в группе {$group}, а её записей
} в результатах нет
hint-measure-without-records = добавьте эти записи в таблицу результатов или возьмите показатель, который в ней есть
words-nothing = нет, н/д, нет данных, не спрашивали
csv-no-record = строка – не запись: пусто в `{$columns}`
hint-csv-no-record = итоги и примечания в таблицу не входят: удалите строку или заполните её
dangling-ids = { $kind ->
    [territory] нет {$number} территорий
    [question] нет {$number} вопросов
    [item] нет {$number} пунктов у вопросов
    [answer] нет {$number} ответов у вопросов
    [group] нет {$number} групп в разрезах
   *[other] нет {$number} из названного
}: {$ids}; они названы в {$places} местах
hint-dangling-ids = переименовано одно, а другое осталось прежним: приведите коды к одним и тем же
hint-dangling-ids-near = переименовано одно, а другое осталось прежним; может быть, вместо `{$id}` имелось в виду `{$near}`?
scores-scale = { $of ->
    [risk] баллы риска
   *[index] значения индексов
} { $kind ->
    [shares] даны от 0 до 1
   *[rounded] округлены до целых
}: {$given} там, где по составляющим получается {$right}; так ещё { $others ->
    [one] {$others} значение
    [few] {$others} значения
   *[other] {$others} значений
}
scores-shares = все { $of ->
    [risk] баллы риска
   *[index] значения индекса
} лежат между 0 и 1, например {$given}, а нужны баллы от 0 до 100
hint-scores-scale = пишите значения от 0 до 100 с двумя знаками или поручите расчёт команде `esep tabulate`
results-of-another = `{$path}` – результаты по другому кодификатору: ни одного их вопроса, как `{$id}`, в codebook.json нет
hint-results-tabulate = получите результаты заново: `esep tabulate`
hint-results-of-another = замените таблицу результатами этого исследования
several-answers = ответы на `{$question}` ни в одной группе не складываются в базу, хотя вопрос – с одним ответом
hint-several-answers = если ответов было несколько, тип вопроса в codebook.json – `multiple`; если один, в таблице не те строки
example-left = { $number ->
    [one] в `{$files}` остался пример из `esep new`
   *[other] в `{$files}` остались примеры из `esep new`
}: там названо то, чего в этом исследовании нет
hint-example-left = внесите данные своего исследования или удалите файл, если писать в нём нечего
file-absent = { $number ->
    [one] нет файла `{$files}`
   *[other] нет файлов `{$files}`
}, а на то, что должно там стоять, { $places ->
    [one] есть {$places} ссылка
    [few] есть {$places} ссылки
   *[other] есть {$places} ссылок
}: {$ids}
hint-file-absent = верните файл или уберите ссылки
duplicate-id = идентификатор `{$id}` уже дан в {$file}, место {$pointer}
hint-duplicate-id = основания ссылаются только на идентификатор: дайте каждому предмету свой
translation-missing = текста нет на языке `{$language}`
hint-translation-missing = добавьте "{$language}": "…" рядом с другими языками
hint-text-untranslated = напишите тот же текст в `{$path}`
date-order = `{$field}` – {$later}, раньше, чем {$earlier}, хотя должно быть позже
hint-date-order = поменяйте даты местами или исправьте одну из них
clock-order = {$later} – раньше, чем {$earlier} в пункте выше
hint-clock-order = исправьте время или расставьте пункты по порядку
duplicate-entry = вторая запись о том же: {$what}; первая – {$first}
groups-lost = { $rows ->
    [one] {$rows} строка потеряла группу
    [few] {$rows} строки потеряли группу
   *[other] {$rows} строк потеряли группу
}: без `by` и `group` они ещё раз относятся ко всей выборке, первая – {$what}
hint-groups-lost = заполните в этих строках `by` и `group`; если группы не нужны, удалите строки
rows-twice = строка {$what} стоит дважды с теми же числами{ $others ->
    [0] {""}
    [one] , как и ещё {$others} строка
    [few] , как и ещё {$others} строки
   *[other] , как и ещё {$others} строк
}
hint-rows-twice = удалите повторы: чаще всего таблицу вставили или дописали ещё раз
entries-differ = вторая строка о том же, {$what}, с другой долей: {$one} и {$two}{ $others ->
    [0] {""}
    [one] ; так ещё с {$others} строкой
   *[other] ; так ещё с {$others} строками
}
outside-contract = {$date} не входит в срок договора, с {$first} по {$last}
hint-outside-contract = исправьте дату или срок договора в study.json
outside-contract-year = { $dates ->
    [one] {$dates} дата
    [few] {$dates} даты
   *[other] {$dates} дат
} – {$year} года, вне срока договора (с {$first} по {$last})
hint-outside-contract-year = если это описка в годе, напишите {$year}; если нет, исправьте срок договора в study.json
contract-year = почти все даты исследования – {$year} года, а срок договора – с {$first} по {$last}
hint-contract-year = напишите {$year} год в полях `date`, `start` и `end` договора или исправьте даты в файлах
days-exchanged = {$date} не входит в срок договора, а с переставленными днём и месяцем, {$right}, входит{ $others ->
    [0] {""}
    [one] ; так ещё у {$others} даты
   *[other] ; так ещё у {$others} дат
}
hint-days-exchanged = пишите год, месяц, день: {$right}; если Excel принял дни за месяцы, введите столбец заново
text-other-language = текст в поле `{ $language }` написан на другом языке: «{ $text }»
hint-text-other-language = напишите его на языке `{ $language }`; если два текста перепутаны, верните каждый под свой ключ
text-word-long = слово из {$n} знаков; самое длинное, которое набирается, — {$most}
text-marks-many = больше {$most} знаков над одной буквой
text-long = текст из {$n} знаков; самый длинный, который набирается, — {$most}
hint-text-bounds = проверьте, не вставлено ли сюда что-то другое; расставьте пробелы или сократите
unseen-sign = в тексте есть знак {$code}: его не видно, а порядок букв или поиск он меняет
hint-unseen-sign = наберите это место заново или вставьте как обычный текст
mixed-script = в слове «{$word}» кириллица смешана с латинскими буквами: {$letters}
hint-mixed-script = наберите эти буквы заново в казахской или русской раскладке; окончания латинских слов отделяйте дефисом
text-numbers-differ = в тексте на разных языках разные цифры: {$first} {$one}; {$second} {$other}
hint-text-numbers-differ = пусть языки говорят одно и то же, одними и теми же цифрами

## Арифметика

threshold-order = порог `{$lower}` ({$one}) больше порога `{$upper}` ({$other})
hint-threshold-order = увеличьте второй или уменьшите первый: показанное может не ранжироваться, но ранжируемое показывается
threshold-quantile = квантиль {$z} не соответствует уровню {$level} %
share-range = доля {$share} лежит вне границ от 0 до 1
hint-share-range = доли и их границы указываются от 0 до 1, а не в процентах
weighted-base-range = взвешенной базы {$n_weighted} быть не может
hint-weighted-base-range = n_weighted – сумма весов тех, кому задан вопрос
deff-range = эффекта дизайна {$deff} быть не может
hint-deff-range = deff – это n / n_eff; без весов он равен 1
interval-range = интервал от {$low} до {$high} выходит за границы от 0 до 1
share-sum = сумма долей {$what} равна {$sum}, а не 1
hint-share-sum = вопросу с одним ответом нужна запись на каждый ответ, включая отказ
answers-above-base = ответов – {$answers}, а респондентов – {$n}
hint-answers-above-base = n – база, n_option – сколько человек из базы дали этот ответ
share-without-answers = ответов – {$answers}, а доля – {$share}
hint-share-without-answers = доля равна 0 там, где ответа никто не дал, и только там
answers-of-distribution = ответов на {$what} в сумме {$answers}, а база – {$n}
hint-answers-of-distribution = на вопрос с одним ответом каждый респондент отвечает один раз: отсутствие ответа учитывайте как отдельный ответ
share-outside-interval = доля {$share} лежит вне своего интервала от {$low} до {$high}
hint-share-outside-interval = в ci стоят нижняя и верхняя граница доли, от 0 до 1
interval-formula = интервал от {$low} до {$high} – не интервал Уилсона при n / deff, верный: от {$right_low} до {$right_high}
hint-interval-formula = рассчитайте ci по share, n и deff методом Уилсона (z = 1,96); границы могут отличаться на 0,002
interval-formulas = { $rows ->
    [one] {$rows} интервал рассчитан
    [few] {$rows} интервала рассчитаны
   *[other] {$rows} интервалов рассчитаны
} не методом Уилсона по n / deff, например от {$low} до {$high}{ $kind ->
    [wilson-simple] : без дизайн-эффекта
    [wald] : это нормальное приближение (Вальд)
    [wald-simple] : это нормальное приближение (Вальд) без дизайн-эффекта
    [deft] : в `deff` стоит корень из дизайн-эффекта (deft)
    [level-90] : это интервалы уровня 90 %
    [level-99] : это интервалы уровня 99 %
   *[other] {""}
}
column-unit = { $number ->
    [one] столбец `{$columns}` дан
   *[other] столбцы `{$columns}` даны
} в { $unit ->
    [per-cent] процентах
   *[per-mille] промилле
}, например {$value}: { $rows ->
    [one] {$rows} строка
    [few] {$rows} строки
   *[other] {$rows} строк
}
hint-column-unit = пишите доли единицы: {$right}
column-decimals = { $number ->
    [one] в столбце `{$columns}`
   *[other] в столбцах `{$columns}`
} { $decimals ->
    [one] {$decimals} знак
    [few] {$decimals} знака
   *[other] {$decimals} знаков
} после запятой: слишком мало, чтобы доли, интервалы и индексы сошлись
hint-column-decimals = не округляйте то, что выгружаете, или оставьте хотя бы четыре знака
scale-roles = у шкалы `{$question}` { $roles ->
    [0] нет ролей ответов
   *[other] есть ответы без роли
} ({$codes}): диаграммы их не покажут, и складывать их не с чем
hint-scale-roles = укажите у каждого ответа `role`: positive, neutral, negative, dont-know или refused; либо сделайте вопрос типа `single`
labels-shared = два ответа на вопрос `{$question}` сформулированы одинаково, «{$label}»: {$one} и {$two}
hint-labels-shared = сформулируйте их по-разному или объедините при табуляции
short-missing = в формулировке `{$question}` {$letters} знаков, а короткого названия `short` нет
hint-short-missing = дайте `short` из нескольких слов: его печатают заголовки, предложения и диаграммы
example-files = { $number ->
    [one] в `{$files}` остался пример из `esep new`
   *[other] в `{$files}` остались примеры из `esep new`
}, и он попадёт в документы
hint-table-unnamed = таблица `{$path}` есть, но её не называет ни один файл результатов: добавьте файл с `records_file`
weights-mixed = { $rows ->
    [one] взвешенная база {$rows} строки дана
   *[other] взвешенные базы {$rows} строк даны
} не в той единице, что у остальных: на одного респондента в {$times} раза больше
hint-weights-mixed = все `n_weighted` – в одной единице: сумма одних и тех же весов
weights-unit = взвешенная база {$what} – {$n_weighted} при {$n} респондентах, по {$times} на каждого: это и не около единицы, и не пересчёт на генеральную совокупность
hint-weights-unit = указывайте в `n_weighted` сумму весов со средним, равным единице, или укажите `population_size` в sample.json, если веса пересчитывают на неё
breakdown-base = {$what}: базы групп разреза `{$breakdown}` в сумме {$sum}, а база всей выборки – {$total}{ $others ->
    [0] {""}
    [one] ; так ещё с {$others} вопросом или пунктом
   *[other] ; так ещё с {$others} вопросами и пунктами
}{ $groups ->
    [0] {""}
   *[other] ; никто не учтён в {$empty}
}
base-inside = у ответов на {$what} разные значения `{$field}`: {$one} и {$other}
hint-base-inside = n и deff относятся к группе и одинаковы у всех её ответов
hint-breakdown-base = добавьте недостающую группу или исправьте базы; если часть респондентов группу не указала, отметьте это в `not_stated` разреза в codebook.json
weighted-base-inside = у ответов на {$what} разные взвешенные базы: {$one} и {$other}
weighted-base-groups = {$what}: взвешенные базы групп разреза `{$breakdown}` в сумме {$sum}, а у всей выборки – {$total}
hint-weighted-base = n_weighted – взвешенная база группы, одна и та же у всех её ответов
hint-weighted-base-groups = взвешенные базы групп в сумме дают базу всей выборки: рассчитайте их с одними и теми же весами
weighted-share-groups = {$what}: доля ответа `{$option}` – {$share}, а среднее по группам разреза `{$breakdown}` – {$mean}
hint-weighted-share = вся выборка и группы должны быть рассчитаны по одной взвешенной таблице
design-effect = эффект дизайна {$what} – {$deff}, меньше 1{ $others ->
    [0] {""}
    [one] , и ещё в {$others} случае тоже
    [few] , и ещё в {$others} случаях тоже
    [many] , и ещё в {$others} случаях тоже
   *[other] , и ещё в {$others} случая тоже
}
hint-design-effect = эффект дизайна по Кишу не меньше 1; если точность повышает стратификация, напишите об этом в `deff_below_one` файла sample.json
quotas-planned = по ячейкам квот запланировано интервью – {$sum}, по выборке – {$planned}
quotas-completed = по ячейкам квот проведено интервью – {$sum}, по полевым работам – {$fieldwork}
quotas-territory = на территории `{$territory}` по ячейкам квот проведено интервью – {$sum}, по полевым работам – {$fieldwork}
outcomes-complete = по исходам контактов полных интервью – {$complete}, по полевым работам на {$date} – {$fieldwork}
hint-quota-total = sample.json и fieldwork.json считают одни и те же интервью: исправьте устаревшее число
hint-quotas-planned = сумма `planned` по ячейкам должна равняться `planned` выборки
fieldwork-total = в таблицы вошло интервью – {$tabulated}, а по полевым работам на {$end} завершено {$completed}
fieldwork-territory = с территории `{$territory}` в таблицы вошло интервью – {$tabulated}, а по полевым работам на {$end} завершено {$completed}
hint-fieldwork-total = исправьте fieldwork.json, записи или последний день в `collected`
index-formula = индекс `{$index}` равен {$value}, а по составляющим получается {$sum}
hint-index-formula = пересчитайте индекс по записям того же этапа и той же группы или исправьте `method` и веса
risk-formula = балл равен {$score}, а по составляющим получается {$sum}
hint-risk-formula = балл – сумма составляющих с их весами
component-weights = сумма весов составляющих равна {$sum}, а не 1
hint-component-weights = разделите каждый вес на их сумму
weights-per-cent = веса записаны в процентах, например {$weight}{ $others ->
    [0] {""}
    [one] ; так ещё в {$others} списке
   *[other] ; так ещё в {$others} списках
}
hint-weights-per-cent = разделите каждый вес на 100: {$right} вместо {$weight}
views-fall = накопленный итог просмотров убывает: был {$before}, стал {$after}
hint-views-fall = просмотры указываются накопленным итогом, а не за день
views-early = просмотры подсчитаны {$counted}, до публикации {$published}
hint-views-early = исправьте дату подсчёта или публикации
score-outside-interval = значение {$value} лежит вне своего интервала от {$low} до {$high}
hint-score-outside-interval = число и его ci указываются в одной шкале

## Честность

margin-claim = в тексте заявлена погрешность для квотной выборки
hint-margin-claim = укажите, что она рассчитана в предположении случайного отбора, или не упоминайте её
small-bases = малые базы{ $hidden_groups ->
    [0] {""}
   *[other] ; не показываются (меньше {$reported_base}): {$hidden}
}{ $starred_groups ->
    [0] {""}
   *[other] ; не ранжируются ({$reported_base}–{$last_starred}): {$starred}
}{ $thin_groups ->
    [0] {""}
   *[other] ; показываются с интервалом ({$ranked_base}–{$last_thin}): {$thin}
}
hint-small-bases = делать ничего не нужно; если показать их необходимо, объедините группы при анализе
finding-base = база вывода `{$id}` мала, респондентов – {$n}
hint-finding-base = опирайте выводы на базы от {$ranked_base} или назовите это наблюдением и добавьте другие основания
qualitative-percent = проценты по экспертам или фокус-группам: «{$found}»
hint-qualitative-percent = укажите число: несколько человек – ещё не доля
typed-figure = в слова вписано число: «{$found}»
hint-typed-figure = уберите его: число из данных приведёт `measure`
claim-not-majority = «{$word}» значит больше половины, а интервал показателя – {$low}–{$high} %
claim-not-minority = «{$word}» значит меньше половины, а интервал показателя – {$low}–{$high} %
claim-not-fraction = «{$word}» называет не ту долю, что показатель: его интервал – {$low}–{$high} %
hint-claim-share = скажите то, что допускает интервал, например «около половины», или оставьте это числу: оно печатается рядом
claim-not-first = «{$word}» ставит это впереди всех остальных, а интервалы пересекаются
claim-not-apart = «{$word}» сравнивает, а отличие показателя от другого не доказано
hint-claim-order = назовите это одним из нескольких или возьмите показатель, интервал которого не пересекается с остальными
claim-not-changed = «{$word}» говорит об изменении, а показатели двух этапов его не подтверждают
claim-not-same = «{$word}» говорит об одинаковости, а доказать её показатели не могут
hint-claim-change = скажите, что установлено, например «изменение не выходит за пределы интервала», или оставьте это числу
claim-without-figure = «{$word}» утверждает что-то о данных, а текст не опирается ни на один показатель
hint-claim-without-figure = скажите это без утверждения; у вывода укажите `measure`, у рекомендации или вердикта – `evidence` с показателем
preliminary-in-final = `{$deliverable}` ({$cutoff}) был бы составлен по предварительным результатам: `{$file}` от {$date}
hint-preliminary-in-final = добавьте файл окончательных результатов с датой не позднее даты среза
finding-orphan = ни одна рекомендация не ссылается на вывод `{$id}`
hint-finding-orphan = укажите вывод в `evidence` одной из рекомендаций или добавьте рекомендацию
recommendation-orphan = рекомендация `{$id}` не ссылается ни на один вывод
hint-recommendation-orphan = внесите в её `evidence` идентификатор вывода

## Персональные данные

personal-data = { $kind ->
    [phone] в тексте есть номер телефона: {$found}
    [iin] в тексте есть двенадцать цифр, похожих на ИИН: {$found}
    [email] в тексте есть адрес электронной почты: {$found}
   *[other] в тексте есть персональные данные: {$found}
}
hint-personal-data = удалите их: респондентам, экспертам и заявителям обещана анонимность
personal-name = «{$found}» похоже на имя человека
hint-personal-name = опишите человека без имени; названия улиц можно перечислить в checks/patterns.toml
small-cells = { $cells ->
    [one] в публичной версии скрыта {$cells} ячейка, в которой меньше { $minimum_cell ->
        [5] пяти респондентов
        [one] {$minimum_cell} респондента
       *[other] {$minimum_cell} респондентов
    }
    [few] в публичной версии скрыты {$cells} ячейки, в которых меньше { $minimum_cell ->
        [5] пяти респондентов
        [one] {$minimum_cell} респондента
       *[other] {$minimum_cell} респондентов
    }
    [many] в публичной версии скрыто {$cells} ячеек, в которых меньше { $minimum_cell ->
        [5] пяти респондентов
        [one] {$minimum_cell} респондента
       *[other] {$minimum_cell} респондентов
    }
   *[other] в публичной версии скрыто {$cells} ячейки, в которых меньше { $minimum_cell ->
        [5] пяти респондентов
        [one] {$minimum_cell} респондента
       *[other] {$minimum_cell} респондентов
    }
}
hint-small-cells = делать ничего не нужно; версия для заказчика их показывает

## Условия гранта

term-word = { $term ->
    [cases] { term-cases }
    [coverage] { term-coverage }
    [respondents] { term-respondents }
    [sociologist] { term-sociologist }
    [experts] { term-experts }
    [focus-groups] { term-focus-groups }
    [instruments] { term-instruments }
    [territories] { term-territories }
    [indices] { term-indices }
    [reports] { term-reports }
    [presentation] { term-presentation }
   *[other] {$term}
}
term-missed = условие «{ term-word }» (`{$term}`) не выполнено: на {$cutoff} достигнуто {$achieved} из {$threshold}
term-missed-kinds = условие «{ term-word }» (`{$term}`) не выполнено: на {$cutoff} достигнуто {$achieved} из {$threshold}, но представлены не все виды, которые в нём названы
hint-term-missed = добавьте сделанное или внесите освобождение от заказчика с его документом в `grant.waivers` файла study.json; чтобы собрать то, что уже пора сдавать, назовите документ в --deliverable
hint-term-without-file = нет файла `{$path}`: верните его или внесите освобождение от заказчика с его документом в `grant.waivers` файла study.json
waiver-idle = условие «{ term-word }» (`{$term}`) выполнено, освобождение не нужно
waiver-late = освобождение от «{ term-word }» (`{$term}`) датировано {$date}, позже даты среза итогового отчёта, {$cutoff}
hint-waiver-idle = удалите освобождение
hint-waiver-late = исправьте дату документа или дату среза отчёта

## Образцы, которые ищут проверки

pattern-broken = `{$pattern}` – не регулярное выражение: {$detail}
hint-patterns = сравните его с файлом templates/checks/patterns.toml программы
