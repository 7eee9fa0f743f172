### Почему отклонён файл, шаблон или значение, когда это говорит библиотека или система.

cause-quoted = техническая подробность (на английском) – «{ $text }»
cause-filter-unknown = фильтра `{ $name }` нет
cause-function-unknown = функции `{ $name }` нет
cause-test-unknown = проверки `{ $name }` нет
cause-component-unknown = компонента `{ $name }` нет
cause-template-unknown = шаблона `{ $name }` нет
cause-field-of-nothing = нет того, у чего запрашивается поле `{ $name }`
cause-name-undefined = у `{ $name }` здесь нет значения
cause-undefined = у имени здесь нет значения
cause-no-list = здесь нужен список, а стоит { $found_kind ->
    [string] текст
    [str] текст
    [integer] целое число
    [i64] целое число
    [u64] целое число
    [float] число
    [floating] число
    [f64] число
    [bool] true или false
    [boolean] true или false
    [array] список
    [sequence] список
    [map] таблица
    [null] ничего нет
    [undefined] ничего нет
    [unit] ничего нет
   *[other] {$found}
}
cause-not-comparable = нельзя сравнить значения разного вида: { $found_kind ->
    [string] текст
    [str] текст
    [integer] целое число
    [i64] целое число
    [u64] целое число
    [float] число
    [floating] число
    [f64] число
    [bool] true или false
    [boolean] true или false
    [array] список
    [sequence] список
    [map] таблица
    [null] ничего нет
    [undefined] ничего нет
    [unit] ничего нет
   *[other] {$found}
} и { $other_kind ->
    [string] текст
    [str] текст
    [integer] целое число
    [i64] целое число
    [u64] целое число
    [float] число
    [floating] число
    [f64] число
    [bool] true или false
    [boolean] true или false
    [array] список
    [sequence] список
    [map] таблица
    [null] ничего нет
    [undefined] ничего нет
    [unit] ничего нет
   *[other] {$other}
}
cause-no-number = считать можно только числа, а здесь – { $found_kind ->
    [string] текст
    [str] текст
    [integer] целое число
    [i64] целое число
    [u64] целое число
    [float] число
    [floating] число
    [f64] число
    [bool] true или false
    [boolean] true или false
    [array] список
    [sequence] список
    [map] таблица
    [null] ничего нет
    [undefined] ничего нет
    [unit] ничего нет
   *[other] {$found}
}
cause-no-sum = складывать можно только числа, а здесь – { $found_kind ->
    [string] текст
    [str] текст
    [integer] целое число
    [i64] целое число
    [u64] целое число
    [float] число
    [floating] число
    [f64] число
    [bool] true или false
    [boolean] true или false
    [array] список
    [sequence] список
    [map] таблица
    [null] ничего нет
    [undefined] ничего нет
    [unit] ничего нет
   *[other] {$found}
} и { $other_kind ->
    [string] текст
    [str] текст
    [integer] целое число
    [i64] целое число
    [u64] целое число
    [float] число
    [floating] число
    [f64] число
    [bool] true или false
    [boolean] true или false
    [array] список
    [sequence] список
    [map] таблица
    [null] ничего нет
    [undefined] ничего нет
    [unit] ничего нет
   *[other] {$other}
}
cause-type = нужно: { $expected_kind ->
    [a-string] текст
    [string] текст
    [String] текст
    [str] текст
    [u8] целое число
    [u16] целое число
    [u32] целое число
    [u64] целое число
    [i16] целое число
    [i32] целое число
    [i64] целое число
    [usize] целое число
    [integer] целое число
    [f64] число
    [f32] число
    [number] число
    [float] число
    [a-boolean] true или false
    [bool] true или false
    [a-sequence] список
    [array] список
    [a-map] таблица
    [map] таблица
   *[other] {$expected}
}; задано: { $found_kind ->
    [string] текст
    [str] текст
    [integer] целое число
    [i64] целое число
    [u64] целое число
    [float] число
    [floating] число
    [f64] число
    [bool] true или false
    [boolean] true или false
    [array] список
    [sequence] список
    [map] таблица
    [null] ничего нет
    [undefined] ничего нет
    [unit] ничего нет
   *[other] {$found}
}
cause-argument-missing = нет аргумента `{ $name }`
cause-argument-twice = аргумент `{ $name }` задан дважды
cause-zero = на 0 делить нельзя
cause-unclosed = к концу текста тег или блок не закрыт
cause-tag = тег записан не по правилам
cause-key-unknown = ключа `{ $name }` нет; есть: { $known }
cause-key-unknown-of-two = ключа `{ $name }` нет; есть: `{ $one }`, `{ $other }`
cause-key-unneeded = ключа `{ $name }` нет; здесь не нужен никакой
cause-key-missing = нет ключа `{ $name }`
cause-key-twice = ключ `{ $name }` стоит здесь дважды
cause-value-unknown = значения `{ $name }` нет; есть: { $known }
cause-value-unknown-of-two = значения `{ $name }` нет; есть: `{ $one }`, `{ $other }`
cause-length = в списке слишком много или слишком мало элементов
cause-range = число вне допустимых границ
cause-toml = так в TOML не пишут
cause-pattern = выражение составлено неверно; техническая подробность (на английском) – «{ $text }»
cause-pattern-large = выражение слишком велико
cause-columns = столбцов в строке – { $found }, а в предыдущей – { $expected }
cause-not-utf8 = текст не в кодировке UTF-8
cause-picture-kind = это не JPEG и не PNG
cause-picture-damaged = изображение повреждено
cause-picture-large = в картинке {$width} × {$height} пикселей; по каждой стороне их может быть не больше {$most}, всего – не больше {$millions} миллионов
cause-boundaries = части файла построены не так, как требует GeoJSON (RFC 7946)
cause-password = файл защищён паролем
cause-damaged = данные повреждены или обрываются
cause-compression = данные упакованы способом, который офисные программы не используют
cause-part-missing = нет одной из частей
cause-xml = XML внутри построен неверно
cause-document-type = внутри объявлен тип документа
cause-deep = элементы вложены глубже { $count } уровней
cause-proof-version = его вид – { $version }, эта программа такого не знает
cause-proof-unbound = число связано с данными, которых нет
cause-proof-digest = контрольная сумма не совпадает с числами
cause-json = это не правильный JSON, или поля в нём не те
cause-name-unknown = имени `{ $name }` нет
cause-bracket = скобка или кавычка не закрыта
cause-field-unknown = поля `{ $name }` нет
cause-file-unknown = названного в нём файла среди файлов оформления нет
cause-not-found = такого пути нет
cause-permission = нет доступа
cause-exists = такое имя уже занято
cause-no-folder = часть пути – не папка
cause-folder = это папка
cause-full = на диске нет места
cause-read-only = диск доступен только для чтения
cause-file-name = система не допускает такого имени
cause-busy = файл открыт в другой программе
