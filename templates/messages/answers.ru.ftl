### От ответов к записям

answers-kind = {$path} – не таблица ответов, которую можно прочитать
hint-answers-kind = дайте таблицу в виде .csv, .xlsx, .sav или .zsav
answers-broken = {$path} не читается как таблица ответов: {$detail}
hint-answers-broken = выгрузите таблицу заново из программы, в которой она сделана
answers-empty = в ней нет строки заголовков
answers-too-large = заявлено больше значений, чем бывает в опросе
answers-sheet = в книге нет листа «{$sheet}»; есть: {$sheets}
answers-column-twice = два столбца называются «{$column}»
hint-answers-column-twice = дайте каждому столбцу собственное имя
answers-column-unknown = в {$path} нет столбца «{$column}»
hint-answers-column = напишите имя так, как оно стоит в заголовке таблицы
answers-code =
    { $count ->
        [one] в столбце «{$column}» {$count} раз встречается «{$value}» (впервые в строке {$row}), и нигде не сказано, что это значит
        [few] в столбце «{$column}» {$count} раза встречается «{$value}» (впервые в строке {$row}), и нигде не сказано, что это значит
       *[other] в столбце «{$column}» {$count} раз встречается «{$value}» (впервые в строке {$row}), и нигде не сказано, что это значит
    }
answers-blank =
    { $count ->
        [one] в столбце «{$column}» {$count} пустая ячейка (в строке {$row}), и нигде не сказано, что это значит
        [few] в столбце «{$column}» {$count} пустые ячейки (первая в строке {$row}), и нигде не сказано, что это значит
       *[other] в столбце «{$column}» {$count} пустых ячеек (первая в строке {$row}), и нигде не сказано, что это значит
    }
hint-answers-code = добавьте код в codebook.json или укажите его в tabulation.json: missing (пустая ячейка – «»), recode или asked
answers-code-nothing = код «{$code}» вопроса «{$question}» в таблице записей означает пустую ячейку
hint-answers-code-nothing = укажите его в tabulation.json в missing и уберите из кодификатора либо перекодируйте (recode)
answers-day = в столбце «{$column}», строка {$row}, стоит «{$value}» – это не дата вида ГГГГ-ММ-ДД
answers-nobody = на этом этапе не осталось ни одного респондента
answers-weight =
    { $count ->
        [one] в столбце «{$column}» {$count} значение не годится как вес: «{$value}» в строке {$row}
        [few] в столбце «{$column}» {$count} значения не годятся как веса, первое – «{$value}» в строке {$row}
       *[other] в столбце «{$column}» {$count} значений не годятся как веса, первое – «{$value}» в строке {$row}
    }
hint-answers-weight = вес – число не меньше нуля; пустая ячейка исключает респондента
answers-no-unit = столбец «{$column}» пуст в строке {$row}: респондент не относится ни к одному слою или единице отбора
hint-answers-no-unit = заполните столбец для каждого респондента или уберите его из tabulation.json
stratum-of-one = в слое «{$stratum}» всего одна единица отбора, дисперсию по ней не оценить
hint-stratum-of-one = объедините этот слой с похожим в отдельном столбце
answers-no-group =
    { $count ->
        [one] {$count} респондент не относится ни к одной группе разбивки «{$breakdown}» (столбец «{$column}»)
        [few] {$count} респондента не относятся ни к одной группе разбивки «{$breakdown}» (столбец «{$column}»)
       *[other] {$count} респондентов не относятся ни к одной группе разбивки «{$breakdown}» (столбец «{$column}»)
    }
hint-answers-no-group = добавьте для них группу в разбивку: базы групп должны давать в сумме общую базу (E135)
answers-unasked =
    { $count ->
        [one] в столбце «{$column}» есть ответ {$count} человека, которому вопрос не задавали (строка {$row}); он не учтён
       *[other] в столбце «{$column}» есть ответы {$count} человек, которым вопрос не задавали (первый – в строке {$row}); они не учтены
    }
hint-answers-unasked = проверьте условие в asked и переходы анкеты
answers-personal = в столбце «{$column}» похоже на персональные данные ({$kind})
answers-personal-name = судя по имени, столбец «{$column}» содержит персональные данные
hint-answers-personal = удалите столбец из таблицы, прежде чем класть её в папку исследования
spss-truncated = файл обрывается на байте {$offset}
spss-count = длина {$count} на байте {$offset} невозможна
spss-record = неизвестная запись вида {$kind} на байте {$offset}
spss-no-system-file = это не системный файл SPSS
spss-compression = неизвестное сжатие {$kind} на байте {$offset}
spss-no-variables = в нём нет переменных
spss-encoding = кодовая страница «{$name}» неизвестна
spss-label-of-nothing = метки значений относятся к переменной {$element}, которой нет
spss-long-text = части длинного текста «{$name}» не складываются
spss-case-cut = случай {$case} обрывается
spss-cases = заявлено случаев: {$said}, в файле: {$found}
spss-blocks = сжатые блоки повреждены
condition-empty = условие ничего не требует
no-collected = неизвестно, когда проводились интервью
hint-no-collected = укажите для этапа collected или столбец interview_date
plan-breakdown = в codebook.json нет разбивки «{$id}»
plan-group = в разбивке «{$breakdown}» нет группы «{$code}»
plan-question = в codebook.json нет вопроса «{$id}»
plan-twice = вопрос «{$id}» указан дважды
hint-plan-id = напишите так, как в codebook.json
plan-shape = столбцы вопроса «{$id}» не соответствуют его типу
hint-plan-shape = один ответ: column или items со столбцом у каждого; несколько ответов: column с separator, items или options с selected
plan-code = у вопроса «{$id}» нет кода «{$code}»
plan-without = для кода «{$code}» вопроса «{$id}» не указан столбец
plan-selected = не сказано, какой код в столбцах вопроса «{$id}» значит «выбрано»
plan-separator = не сказано, чем разделены ответы на вопрос «{$id}»
index-not-tabulated = индексу «{$id}» нужен вопрос, который не сводится в таблицы или не имеет шкалы
answers-not-named = в tabulation.json не названа таблица ответов
hint-answers-not-named = положите таблицу в папку исследования и впишите её имя: "file": "answers.xlsx"
hint-answers-not-there = скопируйте таблицу ответов в папку исследования или исправьте `file`
draft-answers-elsewhere = теперь скопируйте {$file} в папку исследования: там её ищет `esep tabulate`
draft-answers-unnamed = в форме ответов нет: положите их таблицу в папку исследования и впишите её имя в `tabulation.json`, `file`
no-stage = в tabulation.json такой этап не указан
hint-no-stage = напишите, например, "stages": [{"{"}"stage": "final", "date": "2026-09-01", "collected": {"{"}"start": "2026-08-01", "end": "2026-08-20"{"}"}{"}"}]; вместо `collected` можно назвать столбец с днями: `interview_date`
and-other-columns = {$message}; то же ещё в { $others ->
    [one] {$others} столбце
   *[other] {$others} столбцах
} этого вопроса
hint-no-tabulation = составьте его по `esep schema tabulation` или сделайте черновик: esep tabulate STUDY --draft-codebook FILE
draft-beside-workbook = исследование записано в {$workbook}, а черновик кодификатора – это файлы JSON
hint-draft-beside-workbook = сделайте черновик в новой папке (`esep new --minimal`), затем превратите её в книгу: `esep convert … --to workbook`
workbook-without-stage = в книге нет этапа `{$stage}`
workbook-without-table = записи этапа `{$stage}` стоят в самой книге
hint-workbook-without-stage = на листе «Этапы результатов» укажите этапу `{$stage}` таблицу записей (CSV), например {$stage}.csv: её заполнит `esep tabulate`
workbook-scores = значения из `{$file}` меняются, а стоят они в книге
hint-workbook-scores = `esep convert … --to json`, затем `esep tabulate` в новой папке и `esep convert … --to workbook`
draft-in-the-way = файл {$path} уже есть
hint-draft-in-the-way = выберите для черновика другую папку
draft-nothing = в {$path} не нашлось ни одного закрытого вопроса
hint-draft-nothing = дайте файл SPSS с метками значений, XLSForm с листами survey и choices или таблицу закодированных ответов
draft-block = Результаты опроса
draft-unconfirmed = тип, роли ответов и коды пропусков вопроса «{$id}» предложены черновиком и ещё не подтверждены
hint-draft-unconfirmed = проверьте вопрос в codebook.json и удалите proposed
draft-breakdown = разрез «{$id}» предложен черновиком и ещё не подтверждён
hint-draft-breakdown = проверьте его группы в codebook.json и уберите proposed; если это вопрос, перенесите его в questions
tabulated-cases = {$stage}: респондентов – {$cases} из {$rows}
tabulated-left-out = исключены: {$other} – другой этап, {$unweighted} – без веса
tabulated-weights = веса: сумма {$sum}, от {$least} до {$greatest}, эффект дизайна {$deff}
tabulated-kish = эффекты дизайна: по Кишу, по весам
tabulated-linearised = эффекты дизайна: линеаризация Тейлора, слоёв – {$strata}, единиц отбора – {$clusters}
tabulated-base = {$question}: база {$base}, без ответа {$missing}
tabulated-written = записей – {$records}; записаны файлы: {$files}
draft-made =
    { $questions ->
        [one] в {$folder} сделан черновик кодификатора, {$questions} вопрос: подтвердите предложенное и допишите тексты на остальных языках
        [few] в {$folder} сделан черновик кодификатора, {$questions} вопроса: подтвердите предложенное и допишите тексты на остальных языках
       *[other] в {$folder} сделан черновик кодификатора, {$questions} вопросов: подтвердите предложенное и допишите тексты на остальных языках
    }
draft-left-out = вопросы не сделаны из столбцов: {$columns}
