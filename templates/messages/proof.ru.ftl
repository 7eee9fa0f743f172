# Обратное чтение чисел из готовых файлов и их происхождение.

proof-kind-unknown = файлы такого вида не читаются
hint-proof-kind = читаются файлы PDF, DOCX, PPTX и XLSX, а также пакеты данных (ZIP)
proof-file-large = файл больше { $most } МБ
proof-numbers-many = чисел в файле больше { $most }
proof-pages-many = страниц в файле больше { $most }
proof-stream-large = часть файла при распаковке выходит за пределы: 4 МБ в сжатом виде, { $most } МБ распакованных данных на весь файл
hint-proof-bound = `esep build` таких больших файлов не пишет; в этом ничего не доказано
proof-encrypted = файл зашифрован
proof-damaged = файл повреждён или это вовсе не PDF
hint-proof-unreadable = что нельзя прочитать, то не доказано; возьмите файл в том виде, в каком его записал `esep build`
proof-attach = доказательство не удалось вложить в файл: { $detail }
proof-list = ошибка в списке чисел, которым не нужны данные: { $detail }
proof-missing = в файле нет доказательства его чисел
hint-proof-missing = оно есть в файлах, записанных `esep build`; печать в PDF и сохранение в другой программе могут его потерять
proof-broken = доказательство в файле непригодно: { $detail }
hint-proof-broken = его кто-то изменил или записала более новая версия esep; соберите файл заново
proof-characters = неразличимых знаков в файле: { $n }
proof-nothing-read = в файле не прочитано ни одного числа
proof-number-changed = в файле стоит «{ $found }», а доказано было «{ $wanted }»{ $datum ->
    [none] {""}
   *[other] {" "}(`{ $datum }`)
}
proof-number-unknown = за числом в «{ $found }» не стоят никакие данные
proof-number-gone = в файле больше нет числа «{ $wanted }»{ $datum ->
    [none] {""}
   *[other] {" "}(`{ $datum }`)
}
proof-number-rounding = в файле напечатано «{ $found }», а данные `{ $datum }` округляются до «{ $wanted }»
proof-reason-unknown = число в «{ $found }» не подходит под основание `{ $reason }`, по которому данные ему не нужны
hint-proof-number = после сборки файл кто-то изменил; соберите его заново из исследования
hint-proof-unbound-built = напечатайте число из данных или внесите основание в `templates/proof/allowed.toml`
proof-other-study = файл сделан из исследования «{ $found }», а не из «{ $wanted }»
hint-proof-other-study = укажите папку исследования, из которого сделан файл
proof-other-state = файл сделан при другом состоянии исследования
hint-proof-other-state = соберите файл заново; разошедшиеся числа перечислены ниже
proof-datum-differs = `{ $datum }`: в файле { $found }, исследование сегодня даёт { $wanted }
proof-datum-gone = `{ $datum }` (в файле { $found }) больше не печатается
hint-proof-datum = соберите файл заново
verify-proven = { $file }: прочитано чисел: { $read }, из них равны своим данным: { $proven }, не нуждаются в данных: { $allowed }
verify-unproven = { $file }: не доказано. Прочитано чисел: { $read }, из них равны своим данным: { $proven }, не нуждаются в данных: { $allowed }
verify-state-same = { $file }: сделан из исследования в его нынешнем состоянии
trace-nothing = { $page ->
    [0] в файле
   *[other] на странице или слайде { $page }
} нет числа «{ $number }»
hint-trace-nothing = пишите число так, как оно напечатано: "58,8"; в книге можно назвать ячейку: D7
trace-several = «{ $number }» здесь может быть разным; вариантов: { $n }
trace-datum = «{ $number }» – это `{ $id }`
trace-value = точное значение: { $value }
trace-decimals = знаков после запятой: { $decimals }; половина округляется от нуля
trace-record = запись: { $place }: { $value }
trace-formula = формула: { $formula }
trace-inputs = получено из:
trace-reason = числу «{ $number }» данные не нужны: { $reason }
trace-page = страница { $page }
trace-printed = где напечатано:
trace-dataset = числа пакета данных – это сами данные
hint-trace-dataset = ищите число в книге базы: в ней те же данные и записи, из которых они взяты
proof-table-changed = файл не тот, что был записан: его контрольная сумма расходится с datapackage.json
proof-table-gone = файл описан в datapackage.json, но в пакете его нет
proof-table-unknown = файл есть в пакете, но в datapackage.json он не описан
proof-table-unreadable = в столбце чисел стоит не число: { $detail }
proof-table-other = исследование сегодня даёт этот файл другим
