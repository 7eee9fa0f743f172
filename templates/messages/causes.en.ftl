### Why a file, a template or a value was refused, where a library or the system says it.

cause-quoted = { $text }
cause-filter-unknown = there is no filter `{ $name }`
cause-function-unknown = there is no function `{ $name }`
cause-test-unknown = there is no test `{ $name }`
cause-component-unknown = there is no component `{ $name }`
cause-template-unknown = there is no template `{ $name }`
cause-field-of-nothing = what the field `{ $name }` is asked of is not there
cause-name-undefined = `{ $name }` has no value here
cause-undefined = the name has no value here
cause-no-list = a list is needed, and this is { $found_kind ->
    [string] a text
    [str] a text
    [integer] a whole number
    [i64] a whole number
    [u64] a whole number
    [float] a number
    [floating] a number
    [f64] a number
    [bool] true or false
    [boolean] true or false
    [array] a list
    [sequence] a list
    [map] a table
    [null] nothing
    [undefined] nothing
    [unit] nothing
   *[other] {$found}
}
cause-not-comparable = two values of different kinds cannot be compared: { $found_kind ->
    [string] a text
    [str] a text
    [integer] a whole number
    [i64] a whole number
    [u64] a whole number
    [float] a number
    [floating] a number
    [f64] a number
    [bool] true or false
    [boolean] true or false
    [array] a list
    [sequence] a list
    [map] a table
    [null] nothing
    [undefined] nothing
    [unit] nothing
   *[other] {$found}
} and { $other_kind ->
    [string] a text
    [str] a text
    [integer] a whole number
    [i64] a whole number
    [u64] a whole number
    [float] a number
    [floating] a number
    [f64] a number
    [bool] true or false
    [boolean] true or false
    [array] a list
    [sequence] a list
    [map] a table
    [null] nothing
    [undefined] nothing
    [unit] nothing
   *[other] {$other}
}
cause-no-number = only numbers can be reckoned with, and this is { $found_kind ->
    [string] a text
    [str] a text
    [integer] a whole number
    [i64] a whole number
    [u64] a whole number
    [float] a number
    [floating] a number
    [f64] a number
    [bool] true or false
    [boolean] true or false
    [array] a list
    [sequence] a list
    [map] a table
    [null] nothing
    [undefined] nothing
    [unit] nothing
   *[other] {$found}
}
cause-no-sum = only numbers can be added: { $found_kind ->
    [string] a text
    [str] a text
    [integer] a whole number
    [i64] a whole number
    [u64] a whole number
    [float] a number
    [floating] a number
    [f64] a number
    [bool] true or false
    [boolean] true or false
    [array] a list
    [sequence] a list
    [map] a table
    [null] nothing
    [undefined] nothing
    [unit] nothing
   *[other] {$found}
} and { $other_kind ->
    [string] a text
    [str] a text
    [integer] a whole number
    [i64] a whole number
    [u64] a whole number
    [float] a number
    [floating] a number
    [f64] a number
    [bool] true or false
    [boolean] true or false
    [array] a list
    [sequence] a list
    [map] a table
    [null] nothing
    [undefined] nothing
    [unit] nothing
   *[other] {$other}
} stand here
cause-type = needed is { $expected_kind ->
    [a-string] a text
    [string] a text
    [String] a text
    [str] a text
    [u8] a whole number
    [u16] a whole number
    [u32] a whole number
    [u64] a whole number
    [i16] a whole number
    [i32] a whole number
    [i64] a whole number
    [usize] a whole number
    [integer] a whole number
    [f64] a number
    [f32] a number
    [number] a number
    [float] a number
    [a-boolean] true or false
    [bool] true or false
    [a-sequence] a list
    [array] a list
    [a-map] a table
    [map] a table
   *[other] {$expected}
}, given is { $found_kind ->
    [string] a text
    [str] a text
    [integer] a whole number
    [i64] a whole number
    [u64] a whole number
    [float] a number
    [floating] a number
    [f64] a number
    [bool] true or false
    [boolean] true or false
    [array] a list
    [sequence] a list
    [map] a table
    [null] nothing
    [undefined] nothing
    [unit] nothing
   *[other] {$found}
}
cause-argument-missing = the argument `{ $name }` is missing
cause-argument-twice = the argument `{ $name }` is given twice
cause-zero = nothing can be divided by 0
cause-unclosed = a tag or block is open at the end of the text
cause-tag = the tag is not written as it has to be
cause-key-unknown = there is no key `{ $name }`; there are: { $known }
cause-key-unknown-of-two = there is no key `{ $name }`; there are: `{ $one }`, `{ $other }`
cause-key-unneeded = there is no key `{ $name }`; none is needed here
cause-key-missing = the key `{ $name }` is missing
cause-key-twice = the key `{ $name }` stands here twice
cause-value-unknown = there is no value `{ $name }`; there are: { $known }
cause-value-unknown-of-two = there is no value `{ $name }`; there are: `{ $one }`, `{ $other }`
cause-length = the list has too many elements or too few
cause-range = the number is out of range
cause-toml = this is not written as TOML has to be
cause-pattern = the expression is not well formed: { $text }
cause-pattern-large = the expression is too large
cause-columns = the row has { $found } columns, the one above { $expected }
cause-not-utf8 = the text is not UTF-8
cause-picture-kind = it is neither JPEG nor PNG
cause-picture-damaged = the picture is damaged
cause-picture-large = the picture has {$width} × {$height} pixels; {$most} are the most for each side, and {$millions} million in all
cause-boundaries = its parts are not built as GeoJSON (RFC 7946) demands
cause-password = a password protects it
cause-damaged = it is damaged or cut short
cause-compression = it is packed in a way that Office programs do not use
cause-part-missing = a part of it is missing
cause-xml = its XML is not well formed
cause-document-type = it declares a document type
cause-deep = its elements lie more than { $count } deep
cause-proof-version = it is of the form { $version }, which this program does not know
cause-proof-unbound = a number is bound to a datum that is not there
cause-proof-digest = its digest is not that of its numbers
cause-json = it is no well-formed JSON, or has other fields than it must
cause-name-unknown = there is no name `{ $name }`
cause-bracket = a bracket or quotation mark is not closed
cause-field-unknown = there is no field `{ $name }`
cause-file-unknown = a file that it names is not among the theme's
cause-not-found = it is not there
cause-permission = access is denied
cause-exists = it is there already
cause-no-folder = a part of the path is no folder
cause-folder = it is a folder
cause-full = the disk is full
cause-read-only = the disk is read-only
cause-file-name = the system does not take such a name
cause-busy = another program has it open
