### Файлдың, үлгінің немесе мәннің неге қабылданбағаны: мұны кітапхана немесе жүйе айтады.

cause-quoted = техникалық мәлімет (ағылшын тілінде) – «{ $text }»
cause-filter-unknown = `{ $name }` деген сүзгі жоқ
cause-function-unknown = `{ $name }` деген функция жоқ
cause-test-unknown = `{ $name }` деген тексеру жоқ
cause-component-unknown = `{ $name }` деген құрамдас жоқ
cause-template-unknown = `{ $name }` деген үлгі жоқ
cause-field-of-nothing = `{ $name }` өрісі сұралып тұрған нәрсенің өзі жоқ
cause-name-undefined = `{ $name }` атауының мұнда мәні жоқ
cause-undefined = бұл жерде атаудың мәні жоқ
cause-no-list = мұнда тізім керек, ал тұрғаны – { $found_kind ->
    [string] мәтін
    [str] мәтін
    [integer] бүтін сан
    [i64] бүтін сан
    [u64] бүтін сан
    [float] сан
    [floating] сан
    [f64] сан
    [bool] true немесе false
    [boolean] true немесе false
    [array] тізім
    [sequence] тізім
    [map] кесте
    [null] бос орын
    [undefined] бос орын
    [unit] бос орын
   *[other] {$found}
}
cause-not-comparable = түрі әртүрлі мәндер салыстырылмайды: { $found_kind ->
    [string] мәтін
    [str] мәтін
    [integer] бүтін сан
    [i64] бүтін сан
    [u64] бүтін сан
    [float] сан
    [floating] сан
    [f64] сан
    [bool] true немесе false
    [boolean] true немесе false
    [array] тізім
    [sequence] тізім
    [map] кесте
    [null] бос орын
    [undefined] бос орын
    [unit] бос орын
   *[other] {$found}
} және { $other_kind ->
    [string] мәтін
    [str] мәтін
    [integer] бүтін сан
    [i64] бүтін сан
    [u64] бүтін сан
    [float] сан
    [floating] сан
    [f64] сан
    [bool] true немесе false
    [boolean] true немесе false
    [array] тізім
    [sequence] тізім
    [map] кесте
    [null] бос орын
    [undefined] бос орын
    [unit] бос орын
   *[other] {$other}
}
cause-no-number = есептеуге тек сан жарайды, ал мұндағысы – { $found_kind ->
    [string] мәтін
    [str] мәтін
    [integer] бүтін сан
    [i64] бүтін сан
    [u64] бүтін сан
    [float] сан
    [floating] сан
    [f64] сан
    [bool] true немесе false
    [boolean] true немесе false
    [array] тізім
    [sequence] тізім
    [map] кесте
    [null] бос орын
    [undefined] бос орын
    [unit] бос орын
   *[other] {$found}
}
cause-no-sum = тек сандар қосылады, ал мұндағысы – { $found_kind ->
    [string] мәтін
    [str] мәтін
    [integer] бүтін сан
    [i64] бүтін сан
    [u64] бүтін сан
    [float] сан
    [floating] сан
    [f64] сан
    [bool] true немесе false
    [boolean] true немесе false
    [array] тізім
    [sequence] тізім
    [map] кесте
    [null] бос орын
    [undefined] бос орын
    [unit] бос орын
   *[other] {$found}
} және { $other_kind ->
    [string] мәтін
    [str] мәтін
    [integer] бүтін сан
    [i64] бүтін сан
    [u64] бүтін сан
    [float] сан
    [floating] сан
    [f64] сан
    [bool] true немесе false
    [boolean] true немесе false
    [array] тізім
    [sequence] тізім
    [map] кесте
    [null] бос орын
    [undefined] бос орын
    [unit] бос орын
   *[other] {$other}
}
cause-type = керегі: { $expected_kind ->
    [a-string] мәтін
    [string] мәтін
    [String] мәтін
    [str] мәтін
    [u8] бүтін сан
    [u16] бүтін сан
    [u32] бүтін сан
    [u64] бүтін сан
    [i16] бүтін сан
    [i32] бүтін сан
    [i64] бүтін сан
    [usize] бүтін сан
    [integer] бүтін сан
    [f64] сан
    [f32] сан
    [number] сан
    [float] сан
    [a-boolean] true немесе false
    [bool] true немесе false
    [a-sequence] тізім
    [array] тізім
    [a-map] кесте
    [map] кесте
   *[other] {$expected}
}; берілгені: { $found_kind ->
    [string] мәтін
    [str] мәтін
    [integer] бүтін сан
    [i64] бүтін сан
    [u64] бүтін сан
    [float] сан
    [floating] сан
    [f64] сан
    [bool] true немесе false
    [boolean] true немесе false
    [array] тізім
    [sequence] тізім
    [map] кесте
    [null] бос орын
    [undefined] бос орын
    [unit] бос орын
   *[other] {$found}
}
cause-argument-missing = `{ $name }` аргументі жоқ
cause-argument-twice = `{ $name }` аргументі екі рет берілген
cause-zero = 0-ге бөлуге болмайды
cause-unclosed = мәтіннің соңына дейін тег немесе блок жабылмаған
cause-tag = тег ережеге сай жазылмаған
cause-key-unknown = `{ $name }` деген кілт жоқ; барлары: { $known }
cause-key-unknown-of-two = `{ $name }` деген кілт жоқ; барлары: `{ $one }`, `{ $other }`
cause-key-unneeded = `{ $name }` деген кілт жоқ; мұнда кілт керек емес
cause-key-missing = `{ $name }` кілті жоқ
cause-key-twice = `{ $name }` кілті мұнда екі рет тұр
cause-value-unknown = `{ $name }` деген мән жоқ; барлары: { $known }
cause-value-unknown-of-two = `{ $name }` деген мән жоқ; барлары: `{ $one }`, `{ $other }`
cause-length = тізім элементтері тым көп немесе тым аз
cause-range = сан рұқсат етілген шектен тыс
cause-toml = TOML-да бұлай жазылмайды
cause-pattern = өрнек дұрыс құрылмаған; техникалық мәлімет (ағылшын тілінде) – «{ $text }»
cause-pattern-large = өрнек тым үлкен
cause-columns = жолдағы баған саны – { $found }, алдыңғысында – { $expected }
cause-not-utf8 = мәтін UTF-8 кодтауында емес
cause-picture-kind = бұл JPEG те, PNG де емес
cause-picture-damaged = сурет бүлінген
cause-picture-large = суретте {$width} × {$height} пиксель бар; әр жағында {$most} пиксельден, барлығы {$millions} миллионнан аспауы керек
cause-boundaries = файлдың бөліктері GeoJSON (RFC 7946) талабына сай құрылмаған
cause-password = файл құпиясөзбен қорғалған
cause-damaged = деректер бүлінген немесе үзіліп қалған
cause-compression = деректер кеңсе бағдарламалары қолданбайтын тәсілмен сығылған
cause-part-missing = бір бөлігі жоқ
cause-xml = ішіндегі XML дұрыс құрылмаған
cause-document-type = ішінде құжат типі жарияланған
cause-deep = элементтер { $count } деңгейден терең салынған
cause-proof-version = оның түрі – { $version }, бұл бағдарлама ондайды білмейді
cause-proof-unbound = сан жоқ дерекпен байланысқан
cause-proof-digest = бақылау қосындысы сандарға сәйкес емес
cause-json = бұл дұрыс JSON емес немесе өрістері басқа
cause-name-unknown = `{ $name }` деген атау жоқ
cause-bracket = жақша немесе тырнақша жабылмаған
cause-field-unknown = `{ $name }` деген өріс жоқ
cause-file-unknown = онда аталған файл безендіру файлдарының арасында жоқ
cause-not-found = мұндай жол жоқ
cause-permission = қол жеткізуге рұқсат жоқ
cause-exists = мұндай атау бос емес
cause-no-folder = жолдың бір бөлігі – қалта емес
cause-folder = бұл – қалта
cause-full = дискіде орын жоқ
cause-read-only = диск тек оқуға арналған
cause-file-name = жүйе мұндай атауды қабылдамайды
cause-busy = файл басқа бағдарламада ашық тұр
