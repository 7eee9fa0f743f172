# Зерттеуді оқу мен тексеру кезінде не айтылады. Бір сөйлем, содан кейін (hint-…) келесі қадам.

## Файлдарды оқу

records-twice = жазбалар файлдың өзінде де, CSV кестесінде де тұр
hint-records-twice = `records` пен `records_file` өрістерінің бірін ғана қалдырыңыз
stray-file = `{$path}` файлы зерттеуде пайдаланылмайды
hint-stray-file = зерттеу файлдары: {$files}
hint-stray-table = кестені нәтижелер файлының `records_file` өрісінде көрсетіңіз немесе алып тастаңыз
hint-stray-text = файлды БӨЛІМ.ТІЛ.md, БӨЛІМ.before.ТІЛ.md немесе БӨЛІМ.after.ТІЛ.md деп атап, зерттеу тілінде `text/ҚҰЖАТ` қалтасына салыңыз
boundaries-no-collection = файл FeatureCollection емес
picture-unreadable = `{$path}` – оқуға болатын сурет емес: {$detail}
hint-picture = суретті JPEG немесе PNG түрінде сақтаңыз, ені мен биіктігі 20 000 пиксельден аспасын
hint-stray-picture = файлды study.json ішіндегі `photographs` тізімінде немесе `logo` ретінде атаңыз не алып тастаңыз
boundaries-unreadable = файл GeoJSON форматында емес: {$detail}
boundaries-territory-missing = `{$id}` аумағының {$path} файлында шекарасы жоқ
boundaries-without-id = `id` көрсетілмеген нысан
boundaries-id-unknown = `{$id}` аумағы жоқ
boundaries-no-polygon = `{$id}` шекарасы бойлықтар мен ендіктердің тұйық сақиналарынан құралмаған
hint-boundaries = әр аумаққа id көрсетілген бір Feature және градуспен берілген Polygon не MultiPolygon қажет (WGS 84)
hint-did-you-mean = мүмкін, `{$near}` шығар?
hint-keep-one = екеуінің бірін қалдырыңыз
control-character = мәтінде басып шығаруға болмайтын {$character} таңбасы бар
hint-control-character = оны өшіріңіз; ол көбіне басқа бағдарламадан көшірілген мәтінмен бірге түседі
duplicate-key = `{$key}` кілті бір нысанда екі рет тұр
study-newer = зерттеу пішімнің {$version}-нұсқасы бойынша жасалған, ал бұл бағдарлама {$own}-нұсқаға дейінгісін біледі
hint-study-newer = ең жаңа esep бағдарламасын орнатыңыз немесе зерттеуді жасаған адамнан оның {$own}-нұсқадағысын сұраңыз
study-older = зерттеу пішімнің {$version}-нұсқасы бойынша жасалған, ең жаңасы – {$own}; ол сол қалпында оқылады
hint-study-older = `esep convert` оны ең жаңа нұсқада жазады; немесе study.json файлындағы `schema_version` мәнін өзіңіз беріңіз
json-syntax = { $kind ->
    [trailing-comma] `{$path}` файлы JSON емес: жабатын жақшаның алдында үтір тұр
    [expected-value] `{$path}` файлы JSON емес: бұл жерде мән жоқ
    [eof-while-parsing-a-value] `{$path}` файлы JSON емес: файл тым ерте аяқталған
    [eof-while-parsing-an-object] `{$path}` файлы JSON емес: файл нысанның ішінде аяқталған
    [eof-while-parsing-a-list] `{$path}` файлы JSON емес: файл тізімнің ішінде аяқталған
    [eof-while-parsing-a-string] `{$path}` файлы JSON емес: файл мәтіннің ішінде аяқталған
    [key-must-be-a-string] `{$path}` файлы JSON емес: кілт қостырнақшада тұруы керек
    [trailing-characters] `{$path}` файлы JSON емес: деректер аяқталған соң артық таңбалар тұр
    [recursion-limit-exceeded] `{$path}` файлының құрылымы кез келген зерттеуге керегінен терең
    [number-out-of-range] `{$path}` файлында болуы мүмкін емес үлкен сан тұр
    [expected-or] `{$path}` JSON емес: үтір немесе жабатын жақша жетіспейді
    [expected] `{$path}` JSON емес: кілттен кейін қос нүкте жоқ
    [invalid-number] `{$path}` JSON емес: бұл JSON саны емес
    [invalid-escape] `{$path}` JSON емес: кері қиғаш сызық қажет емес таңбаның алдында тұр
    [control-character-u0000-u001f-found-while-parsing-a-string] `{$path}` JSON емес: мәтін екі жолға бөлініп кеткен
   *[other] `{$path}` файлы JSON ретінде оқылмады: {$detail}
}
hint-json-syntax = JSON тілін танитын редактор бұл жерді белгілеп көрсетеді
field-missing = `{$field}` өрісі жоқ
hint-field-missing = оны қосыңыз; онда не сақталатынын `esep schema {$name}` көрсетеді
field-unknown = мұнда `{$field}` өрісі көзделмеген
hint-known-fields = мұнда көзделген өрістер: {$fields}
not-in-list = {$found} мәні тізімде жоқ: {$options}
hint-not-in-list = тізімдегі мәндердің бірін таңдаңыз
wrong-shape = {$found} мәні мұнда күтілетін түрде емес
wrong-type = { $expected ->
    [string] мұнда тырнақшадағы мәтін керек, ал {$found} тұр
    [integer] мұнда бүтін сан керек, ал {$found} тұр
    [number] мұнда сан керек, ал {$found} тұр
    [boolean] мұнда true немесе false керек, ал {$found} тұр
    [array] мұнда тізім керек, ал {$found} тұр
    [object] мұнда фигуралы жақшадағы нысан керек, ал {$found} тұр
    [null] мұнда мән болмауы керек (null), ал {$found} тұр
   *[other] мұнда {$expected} керек, ал {$found} тұр
}
hint-schema = өрісте не сақталатынын `esep schema {$name}` көрсетеді
not-a-date = {$found} күнтізбеде бар күн емес
hint-date = күнді ЖЖЖЖ-АА-КК түрінде жазыңыз, мысалы 2026-09-15
not-an-address = {$found} беттің мекенжайы емес
hint-not-an-address = мекенжай https:// немесе http:// деп басталып, news.example.kz сияқты атаумен жалғасады
hint-text-form = мәтін былай жазылады: {"{"}"kk": "…", "ru": "…"{"}"}
wrong-form = {$found} мәні {$pattern} түріне сай емес
hint-wrong-form = идентификатор латын әріптерінен, цифрлардан, `-`, `_`, `.` таңбаларынан, тіл коды екі кіші әріптен тұрады
wrong-key = мұнда {$found} кілтін қолдануға болмайды
hint-wrong-key = тіл коды – екі кіші латын әрпі; септіктер: nom gen dat acc loc abl ins prep
too-small = {$found} рұқсат етілген ең кіші мәннен ({$limit}) кем
too-large = {$found} рұқсат етілген ең үлкен мәннен ({$limit}) артық
text-empty = мәтін бос
hint-text-empty = мәтінді жазыңыз немесе өріс міндетті болмаса, оны алып тастаңыз
object-empty = мәтін бірде-бір тілде берілмеген
list-too-short = тізімде кемінде {$limit} жазба болуы керек
list-too-long = тізімде {$limit} жазбадан артық болмауы керек
wrong-value = {$found} мәні схеманың «{$keyword}» ережесін бұзады

## Жазбалар тұрған CSV кестелері

csv-empty = `{$path}` кестесінде жазба жоқ
csv-broken = `{$path}` кестесі оқылмады: {$detail}
csv-column-twice = `{$column}` бағаны екі рет тұр
csv-column-unknown = { $columns ->
    [one] `{$column}` деген баған көзделмеген
   *[other] `{$column}` деген бағандар көзделмеген
}
csv-column-missing = { $columns ->
    [one] `{$column}` бағаны жоқ
   *[other] `{$column}` бағандары жоқ
}{ $unknown ->
    [0] {""}
   *[other] , ал `{$others}` бар
}
hint-csv-columns = бағандар: {$columns}
csv-cell-empty = `{$column}` ұяшығы бос
csv-cell-nothing = `{$column}` бағанындағы `{$found}` сан жоқ дегенді білдіреді
hint-csv-cell-empty = мән әр жазбада болуы керек; тек `item`, `by` және `group` бос бола алады
csv-not-a-number = `{$column}` бағанындағы `{$found}` сан емес
hint-csv-number = 0,25 немесе 0.25 деп, өлшем бірлігінсіз жазыңыз
hint-csv-doubtful = бұл таңба мыңдықты да, бөлшекті де бөлуі мүмкін: 2520 немесе 2.52 деп жазыңыз
hint-csv-number-empty = санды жазыңыз; топта ешкімнен сұралмаса, n мәнін 0 қойыңыз немесе бұл жолдарды алып тастаңыз
and-others = {$message}; тағы {$others} жолда солай, соңғысы – {$last}-жол
and-other-places = {$message}; тағы {$others} жерде солай: {$places}
csv-not-a-count = `{$column}` бағанындағы `{$found}` адамдардың бүтін саны емес
hint-csv-count = n мен n_option – салмақталмаған сандар; салмақталғанының орны – n_weighted
csv-by-group = `by` ({$by}) мен `group` ({$group}) бір-біріне сай емес
hint-csv-by-group = `by` бағанына бөліністің идентификаторын, `group` бағанына топтың кодын жазыңыз; бірнешеуі | таңбасымен қосылады
csv-group-alone = `{$group}` тобы өз бөлінісінсіз тұр
csv-row-too-long = жолдағы ұяшық саны – {$cells}, тақырыптағы – {$columns}
hint-csv-row-too-long = сандарда үтір болса, бағандарды нүктелі үтірмен бөліңіз

## Құрылым

dangling-id = { $kind ->
    [territory] `{$id}` идентификаторы бар аумақ жоқ
    [body] `{$id}` идентификаторы бар мемлекеттік орган жоқ
    [block] `{$id}` идентификаторы бар тақырыптық бөлім жоқ
    [question] `{$id}` идентификаторы бар сұрақ жоқ
    [item] сұрақта `{$id}` тармағы жоқ
    [answer] сұрақта `{$id}` коды бар жауап жоқ
    [breakdown] `{$id}` идентификаторы бар бөлініс жоқ
    [event] `{$id}` идентификаторы бар іс-шара жоқ
    [group] бөліністе `{$id}` тобы жоқ
    [index] `{$id}` идентификаторы бар индекс жоқ
    [component] тәуекел балында `{$id}` құрамдас бөлігі жоқ
    [category] кейстерде `{$id}` коды бар санат жоқ
    [theme] фокус-топтарда `{$id}` коды бар тақырып жоқ
    [expert-question] сараптамалық сауалнамада `{$id}` сұрағы жоқ
    [language] зерттеуде `{$id}` тілі жоқ
   *[thing] зерттеуде `{$id}` идентификаторы ештеңеге берілмеген
}{ $others ->
    [0] {""}
   *[other] ; ол тағы {$others} жерде аталған
}
hint-dangling-id = жетіспейтінін қосыңыз немесе идентификаторды түзетіңіз
item-left-out = `{$question}` сұрағының тармақтары бар, бірақ ешқайсысы аталмаған: {$items}
hint-item-left-out = тармақты `item` өрісінде атаңыз
items-left-out = { $rows } жазбада тармақ аталмаған, ал сұрақтың тармақтары бар: `{$question}` – {$items}{ $others ->
    [0] {""}
   *[other] ; тағы {$others} сұрақта солай
}
codes-respelled = { $kind ->
    [decimals] `{$column}` бағанындағы кодтар бөлшек сан болып тұр, мысалы `{$id}`
    [zeros] `{$column}` бағанындағы кодтардың алдындағы нөлдері басқаша, мысалы `{$id}`
    [label] `{$column}` бағанында кодтың орнында оның атауы тұр, мысалы `{$id}`
   *[letters] `{$column}` бағанындағы кодтар басқа әріппен не сызықшамен жазылған, мысалы `{$id}`
}{ $others ->
    [0] {""}
   *[other] , тағы {$others} жолда
}
hint-codes-respelled = { $kind ->
    [decimals] {$near} деп жазыңыз; pandas бос ұяшығы бар бағанды бөлшек санға айналдырады: оны мәтін немесе Int64 түрінде оқыңыз
    [zeros] {$near} деп жазыңыз; Excel нөлдерді өзгертпеуі үшін бағанға «Мәтіндік» пішімін беріңіз
    [label] codebook.json файлындағы кодты жазыңыз: {$near}; атауларды емес, мәндерді шығарыңыз
   *[letters] codebook.json файлындағыдай жазыңыз: {$near}
}
counts-unit = `{$column}` бағанындағы сандар керегінен {$times} есе { $size ->
    [large] көп
   *[small] аз
}: жауаптар мен сұралғандар саны сонша есе сәйкес келмейді
hint-counts-unit = адам санын жазыңыз: n – сұралғандар, n_option – олардың ішінде осы жауапты бергендер
column-shifted = `{$column}` бағаны басқа бағандардан бір жолға { $way ->
    [down] төмен
   *[up] жоғары
} жылжыған
hint-column-shifted = бағанға ұяшық қосылған немесе өшірілген: бағанды бір жолға кері жылжытыңыз
column-meaning = { $kind ->
    [share-effect] `share` мен `deff` бағандары ауысып кеткен
    [counts] `n` мен `n_option` бағандары ауысып кеткен: жауап бергендер сұралғандардан көп
    [weighted-answers] `n_weighted` бағанында салмақталған база емес, осы жауапты бергендердің салмақталған саны тұр
    [bounds-exchanged] `ci_low` мен `ci_high` бағандары ауысып кеткен
    [margin] `ci_low` мен `ci_high` бағандарында бір сан тұр: бұл – аралықтың шектері емес, қателік
    [effect-per-cent] `deff` бағаны пайызбен берілген
    [effect-inverse] `deff` бағанында n_eff / n тұр, n / n_eff керек
   *[unweighted] үлестер салмақсыз есептелген: салмақ бар болса да, `share` n_option / n мәніне тең
}: {$rows} жол
hint-column-meaning = { $kind ->
    [share-effect] `share` – салмақталған үлес, 0 мен 1 арасында, `deff` – дизайн әсері, көбіне 1-ден жоғары
    [counts] n – сұралғандардың саны, n_option – олардың ішінде осы жауапты бергендердің саны
    [weighted-answers] `n_weighted` – n ішінде саналғандардың бәрінің салмақ қосындысы; ол топта сұрақтың барлық жауабы үшін біреу
    [bounds-exchanged] `ci_low` – төменгі шек, `ci_high` – жоғарғы шек
    [margin] шектерді жазыңыз: үлестің айналасындағы n / deff бойынша Уилсон аралығы
    [effect-per-cent] 117 емес, 1,17 деп қатынасты жазыңыз
    [effect-inverse] кері санын жазыңыз
   *[unweighted] үлестерді салмақпен есептеңіз немесе жауаптар кестесін `esep tabulate` командасына беріңіз
}
answer-left-out = `{$answer}` жауабының жазбасы жоқ: {$what}{ $others ->
    [0] {""}
   *[other] {" "}және тағы {$others} үлестірім
} базамен сәйкес келмейді
totals-missing = `{$path}` файлында бүкіл іріктеменің жолдары жоқ: әр жолда бөлініс аталған
hint-totals-missing = `by` мен `group` бағандары бос жолдарды қосыңыз: әр диаграмма солардан басталады
measure-without-records = тұжырым {$what}{ $groups ->
    [0] {" "}көрсеткішіне сүйенеді, ал оның
   *[other] {" "}көрсеткішінің {$group} тобына сүйенеді, ал ол топтың
} жазбалары нәтижелерде жоқ
hint-measure-without-records = осы жазбаларды нәтижелер кестесіне қосыңыз немесе кестеде бар көрсеткішті алыңыз
words-nothing = жоқ, дерек жоқ, сұралмаған
csv-no-record = жол жазба емес: `{$columns}` бос
hint-csv-no-record = қорытынды мен ескертпе кестеге кірмейді: жолды өшіріңіз немесе толтырыңыз
dangling-ids = { $kind ->
    [territory] {$number} аумақ жоқ
    [question] {$number} сұрақ жоқ
    [item] сұрақтардың {$number} тармағы жоқ
    [answer] сұрақтардың {$number} жауабы жоқ
    [group] бөліністердің {$number} тобы жоқ
   *[other] аталғандардың {$number} данасы жоқ
}: {$ids}; олар {$places} жерде аталған
hint-dangling-ids = бір тізімнің атаулары өзгерген, екіншісінікі бұрынғыша қалған: кодтарды бірдей етіңіз
hint-dangling-ids-near = бір тізімнің атаулары өзгерген, екіншісінікі бұрынғыша қалған; `{$id}` орнында `{$near}` болуы мүмкін бе?
scores-scale = { $of ->
    [risk] тәуекел балдары
   *[index] индекстердің мәндері
} { $kind ->
    [shares] 0 мен 1 арасында берілген
   *[rounded] бүтінге дейін дөңгелектелген
}: құрамдас бөліктер бойынша {$right} шығатын жерде {$given} тұр; тағы {$others} мән солай
scores-shares = { $of ->
    [risk] тәуекел балдарының бәрі
   *[index] индекс мәндерінің бәрі
} 0 мен 1 арасында, мысалы {$given}, ал 0–100 шкаласындағы балл керек
hint-scores-scale = мәндерді 0 мен 100 арасында, екі таңбамен жазыңыз немесе есептеуді `esep tabulate` командасына тапсырыңыз
results-of-another = `{$path}` – басқа кодификатордың нәтижелері: `{$id}` сияқты сұрақтарының бірде-бірі codebook.json файлында жоқ
hint-results-tabulate = нәтижелерді `esep tabulate` командасымен қайта алыңыз
hint-results-of-another = кестенің орнына осы зерттеудің нәтижелерін қойыңыз
several-answers = `{$question}` сұрағының жауаптары бірде-бір топта базаға тең емес, ал сұрақ бір жауапты
hint-several-answers = бірнеше жауап берілсе, codebook.json файлында сұрақтың түрі – `multiple`; біреу болса, кестеде басқа жолдар тұр
example-left = { $number ->
    [one] `{$files}` файлында `esep new` мысалы қалған
   *[other] `{$files}` файлдарында `esep new` мысалдары қалған
}: онда осы зерттеуде жоқ нәрселер аталған
hint-example-left = өз зерттеуіңіздің деректерін жазыңыз немесе жазатын ештеңе болмаса, файлды өшіріңіз
file-absent = { $number ->
    [one] `{$files}` файлы жоқ
   *[other] `{$files}` файлдары жоқ
}, ал онда тұруға тиіс нәрселерге {$places} сілтеме бар: {$ids}
hint-file-absent = файлды қайтарыңыз немесе сілтемелерді алып тастаңыз
duplicate-id = `{$id}` идентификаторы {$file} файлында бұрын берілген, орны {$pointer}
hint-duplicate-id = негіздерде тек идентификатор көрсетіледі: әр нысанға өз идентификаторын беріңіз
translation-missing = мәтін `{$language}` тілінде жоқ
hint-translation-missing = басқа тілдердің қасына "{$language}": "…" жолын қосыңыз
hint-text-untranslated = осы мәтінді `{$path}` файлына да жазыңыз
date-order = `{$field}` – {$later}, ал ол {$earlier} күнінен кейін болуы керек
hint-date-order = екі күннің орнын ауыстырыңыз немесе бірін түзетіңіз
clock-order = {$later} уақыты жоғарыда тұрған {$earlier} уақытынан бұрын
hint-clock-order = уақытты түзетіңіз немесе тармақтарды уақыт ретімен қойыңыз
duplicate-entry = дәл соның екінші жазбасы: {$what}; біріншісі – {$first}
groups-lost = {$rows} жол тобын жоғалтқан: `by` мен `group` болмаса, олар бүкіл іріктемеге қайта жатады, біріншісі – {$what}
hint-groups-lost = бұл жолдардың `by` мен `group` ұяшықтарын толтырыңыз; топтар керек болмаса, жолдарды өшіріңіз
rows-twice = {$what} жолы сол сандармен екі рет тұр{ $others ->
    [0] {""}
   *[other] , тағы {$others} жол да солай
}
hint-rows-twice = қайталанғанын өшіріңіз: көбіне кесте екінші рет қойылып кетеді
entries-differ = дәл соның екінші жолы, {$what}, үлесі басқа: {$one} және {$two}{ $others ->
    [0] {""}
   *[other] ; тағы {$others} жолда солай
}
outside-contract = {$date} күні шарт мерзіміне ({$first} – {$last}) кірмейді
hint-outside-contract = күнді немесе study.json файлындағы шарт мерзімін түзетіңіз
outside-contract-year = {$dates} күн {$year} жылмен жазылған, шарт мерзіміне ({$first} – {$last}) кірмейді
hint-outside-contract-year = жыл жаңылыс жазылса, {$year} деп түзетіңіз; олай болмаса, study.json файлындағы шарт мерзімін түзетіңіз
contract-year = зерттеудегі күндердің барлығы дерлік {$year} жылмен жазылған, ал шарт мерзімі – {$first} – {$last}
hint-contract-year = шарттың `date`, `start` және `end` өрістеріне {$year} жылды жазыңыз немесе файлдардағы күндерді түзетіңіз
days-exchanged = {$date} шарт мерзіміне кірмейді, ал күні мен айы ауыстырылса, {$right}, кіреді{ $others ->
    [0] {""}
   *[other] ; тағы {$others} күн де солай
}
hint-days-exchanged = жыл, ай, күн ретімен жазыңыз: {$right}; Excel күнді ай деп қабылдаса, бағанды қайта енгізіңіз
text-other-language = `{ $language }` өрісіндегі мәтін басқа тілде жазылған: «{ $text }»
hint-text-other-language = оны `{ $language }` тілінде жазыңыз; екі мәтін ауысып кетсе, әрқайсысын өз кілтінің астына қойыңыз
text-word-long = {$n} таңбалы сөз; терілетін ең ұзын сөз — {$most} таңба
text-marks-many = бір әріптің үстінде {$most} белгіден көп
text-long = {$n} таңбалы мәтін; терілетін ең ұзын мәтін — {$most} таңба
hint-text-bounds = мұнда басқа нәрсе қойылып кетпегенін тексеріңіз; бос орын қойыңыз немесе қысқартыңыз
unseen-sign = мәтінде {$code} белгісі бар: ол көрінбейді, бірақ әріптердің ретін немесе іздеуді өзгертеді
hint-unseen-sign = бұл жерді қайта теріңіз немесе жай мәтін ретінде қойыңыз
mixed-script = «{$word}» сөзінде кирилл әріптері латын әріптерімен араласқан: {$letters}
hint-mixed-script = бұл әріптерді қазақ не орыс пернетақтасымен қайта теріңіз; латынша сөздің жалғауын дефиспен бөліңіз
text-numbers-differ = мәтіннің әр тілдегі цифрлары әртүрлі: {$first} {$one}; {$second} {$other}
hint-text-numbers-differ = екі тілде бірдей нәрсе бірдей цифрмен айтылсын

## Арифметика

threshold-order = `{$lower}` шегі ({$one}) `{$upper}` шегінен ({$other}) үлкен
hint-threshold-order = екіншісін арттырыңыз не біріншісін кемітіңіз: көрсетілген мәнге орын берілмеуі мүмкін, бірақ орын берілген мән көрсетіледі
threshold-quantile = {$z} квантилі {$level}% деңгейіне сай келмейді
share-range = {$share} үлесі 0 мен 1 аралығында жатқан жоқ
hint-share-range = үлестер мен олардың шектері пайызбен емес, 0-ден 1-ге дейінгі санмен жазылады
weighted-base-range = {$n_weighted} салмақталған база бола алмайды
hint-weighted-base-range = n_weighted – сұрақ қойылғандар салмақтарының қосындысы
deff-range = {$deff} дизайн әсері бола алмайды
hint-deff-range = deff – n / n_eff қатынасы; салмақ қолданылмаса, 1-ге тең
interval-range = {$low} – {$high} аралығы 0 мен 1 шегінен шығады
share-sum = {$what} бойынша үлестердің қосындысы 1 емес, {$sum}
hint-share-sum = бір жауапты сұрақта әр жауапқа, соның ішінде бас тартуға да жазба керек
answers-above-base = жауап саны – {$answers}, ал респондент саны – {$n}
hint-answers-above-base = n – база, n_option – базадағы осы жауапты бергендердің саны
share-without-answers = жауап саны – {$answers}, ал үлес – {$share}
hint-share-without-answers = үлес жауапты ешкім бермегенде, сонда ғана 0 болады
answers-of-distribution = {$what} бойынша жауаптардың қосындысы – {$answers}, ал база – {$n}
hint-answers-of-distribution = бір жауапты сұраққа әр респондент бір рет жауап береді: жауап бермегендерді жеке жауап ретінде есептеңіз
share-outside-interval = {$share} үлесі өз аралығынан ({$low} – {$high}) тыс тұр
hint-share-outside-interval = ci ішінде үлестің 0-ден 1-ге дейінгі төменгі және жоғарғы шегі тұрады
interval-formula = {$low} – {$high} аралығы n / deff бойынша Уилсон аралығы емес, дұрысы: {$right_low} – {$right_high}
hint-interval-formula = ci мәнін share, n және deff бойынша Уилсон әдісімен есептеңіз (z = 1,96); шектерде 0,002 айырмаға жол беріледі
interval-formulas = {$rows} аралық n / deff бойынша Уилсон әдісімен есептелмеген, мысалы {$low} мен {$high} арасы{ $kind ->
    [wilson-simple] : дизайн-эффект ескерілмеген
    [wald] : бұл – қалыпты жуықтау (Вальд)
    [wald-simple] : бұл – дизайн-эффектсіз қалыпты жуықтау (Вальд)
    [deft] : `deff` бағанында дизайн-эффектінің түбірі (deft) тұр
    [level-90] : бұл – 90 % деңгейлі аралықтар
    [level-99] : бұл – 99 % деңгейлі аралықтар
   *[other] {""}
}
column-unit = { $number ->
    [one] `{$columns}` бағаны
   *[other] `{$columns}` бағандары
} { $unit ->
    [per-cent] пайызбен
   *[per-mille] промиллемен
} берілген, мысалы {$value}: {$rows} жол
hint-column-unit = бірдің үлесін жазыңыз: {$right}
column-decimals = { $number ->
    [one] `{$columns}` бағанында
   *[other] `{$columns}` бағандарында
} үтірден кейін {$decimals} таңба ғана бар: үлестер, аралықтар мен индекстер сәйкес келуі үшін бұл тым аз
hint-column-decimals = шығаратын сандарды дөңгелектемеңіз немесе кемінде төрт таңба қалдырыңыз
scale-roles = `{$question}` шкаласында { $roles ->
    [0] жауаптардың рөлі жоқ
   *[other] рөлі жоқ жауаптар бар
} ({$codes}): диаграммалар оларды көрсетпейді, ештеңеге қосылмайды
hint-scale-roles = әр жауапқа `role` беріңіз: positive, neutral, negative, dont-know немесе refused; болмаса сұрақтың түрін `single` етіңіз
labels-shared = `{$question}` сұрағының екі жауабы бірдей тұжырымдалған, «{$label}»: {$one} және {$two}
hint-labels-shared = оларды басқаша тұжырымдаңыз немесе табуляция кезінде біріктіріңіз
short-missing = `{$question}` сұрағының тұжырымында {$letters} таңба бар, ал қысқа атауы `short` жоқ
hint-short-missing = бірнеше сөзден тұратын `short` жазыңыз: ол тақырыптарда, сөйлемдерде және диаграммаларда шығады
example-files = { $number ->
    [one] `{$files}` файлында `esep new` мысалы қалған
   *[other] `{$files}` файлдарында `esep new` мысалдары қалған
}, ол құжаттарға түседі
hint-table-unnamed = `{$path}` кестесі бар, бірақ оны бірде-бір нәтиже файлы атамайды: `records_file` өрісі бар файл қосыңыз
weights-mixed = {$rows} жолдың салмақталған базасы қалған жолдардан басқа бірлікпен берілген: бір респондентке {$times} есе көп
hint-weights-mixed = барлық `n_weighted` бір бірлікпен – сол бір салмақтардың қосындысымен берілсін
weights-unit = {$what}: салмақталған база {$n_weighted}, респонденттер {$n}, әрқайсысына {$times} келеді: бұл бірге де жуық емес, бас жиынтыққа шағылған да емес
hint-weights-unit = `n_weighted` бағанына орташасы бірге тең салмақтардың қосындысын жазыңыз; салмақтар бас жиынтыққа шағылса, sample.json файлында `population_size` көрсетіңіз
breakdown-base = {$what}: `{$breakdown}` бөлінісі топтарының базалары қосқанда {$sum}, ал бүкіл іріктеменің базасы – {$total}{ $others ->
    [0] {""}
   *[other] ; тағы {$others} сұрақ пен тармақта солай
}{ $groups ->
    [0] {""}
   *[other] ; мына топта ешкім жоқ: {$empty}
}
base-inside = {$what}: жауаптардағы `{$field}` мәндері әртүрлі: {$one} және {$other}
hint-base-inside = n мен deff топқа тиесілі, оның барлық жауабында бірдей
hint-breakdown-base = жетіспейтін топты қосыңыз немесе базаларды түзетіңіз; респонденттердің бір бөлігі тобын айтпаса, codebook.json файлындағы бөліністің `not_stated` өрісінде белгілеңіз
weighted-base-inside = {$what}: жауаптардың салмақталған базалары әртүрлі, {$one} және {$other}
weighted-base-groups = {$what}: `{$breakdown}` бөлінісі топтарының салмақталған базалары қосқанда {$sum}, ал бүкіл іріктеменің базасы – {$total}
hint-weighted-base = n_weighted – топтың салмақталған базасы, оның барлық жауабында бірдей
hint-weighted-base-groups = топтардың салмақталған базаларының қосындысы бүкіл іріктеменің базасына тең: екеуін де бірдей салмақпен есептеңіз
weighted-share-groups = {$what}: `{$option}` жауабының үлесі – {$share}, ал `{$breakdown}` бөлінісі топтарының орташасы – {$mean}
hint-weighted-share = бүкіл іріктеме мен топтар бір салмақталған кестеден шығуы керек
design-effect = {$what}: дизайн әсері – {$deff}, 1-ден кем{ $others ->
    [0] {""}
   *[other] , тағы {$others} жерде де солай
}
hint-design-effect = Киш бойынша дизайн әсері 1-ден кем болмайды; дәлдікті стратификация арттырса, мұны sample.json файлының `deff_below_one` өрісінде жазыңыз
quotas-planned = квота ұяшықтары бойынша {$sum} сұхбат жоспарланған, ал іріктеме бойынша – {$planned}
quotas-completed = квота ұяшықтары бойынша {$sum} сұхбат жүргізілген, ал далалық жұмыс бойынша – {$fieldwork}
quotas-territory = `{$territory}` аумағында квота ұяшықтары бойынша {$sum} сұхбат жүргізілген, ал далалық жұмыс бойынша – {$fieldwork}
outcomes-complete = байланыс нәтижелері бойынша {$complete} толық сұхбат бар, ал {$date} күнгі далалық жұмыс бойынша – {$fieldwork}
hint-quota-total = sample.json мен fieldwork.json файлдары бір сұхбаттарды санайды: ескірген санды түзетіңіз
hint-quotas-planned = ұяшықтардағы `planned` мәндерінің қосындысы іріктеменің `planned` мәніне тең болуы керек
fieldwork-total = кестелерге {$tabulated} сұхбат енген, ал {$end} күнгі далалық жұмыс бойынша {$completed} сұхбат аяқталған
fieldwork-territory = `{$territory}` аумағынан кестелерге {$tabulated} сұхбат енген, ал {$end} күнгі далалық жұмыс бойынша {$completed} сұхбат аяқталған
hint-fieldwork-total = fieldwork.json файлын, жазбаларды немесе `collected` өрісіндегі соңғы күнді түзетіңіз
index-formula = `{$index}` индексінің мәні – {$value}, ал құрамдас бөліктері бойынша {$sum} шығады
hint-index-formula = индексті сол кезең мен топтың жазбалары бойынша қайта есептеңіз немесе `method` өрісі мен салмақтарды түзетіңіз
risk-formula = балл – {$score}, ал құрамдас бөліктері бойынша {$sum} шығады
hint-risk-formula = балл – құрамдас бөліктердің салмақталған қосындысы
component-weights = құрамдас бөліктер салмақтарының қосындысы 1 емес, {$sum}
hint-component-weights = әр салмақты олардың қосындысына бөліңіз
weights-per-cent = салмақтар пайызбен жазылған, мысалы {$weight}{ $others ->
    [0] {""}
   *[other] ; тағы {$others} тізімде де солай
}
hint-weights-per-cent = әр салмақты 100-ге бөліңіз: {$weight} орнына {$right}
views-fall = қаралымның жинақталған мәні кеміген: {$before} еді, {$after} болған
hint-views-fall = қаралым бір күннің саны емес, жинақталған мән түрінде жазылады
views-early = қаралым {$counted} күні, яғни жарияланған күннен ({$published}) бұрын есептелген
hint-views-early = есептелген күнді немесе жарияланған күнді түзетіңіз
score-outside-interval = {$value} мәні өз аралығынан ({$low} – {$high}) тыс тұр
hint-score-outside-interval = сан мен оның ci аралығы бір шкалада жазылады

## Шынайылық

margin-claim = мәтінде квоталық іріктеме үшін іріктеме қателігі мәлімделген
hint-margin-claim = оның кездейсоқ іріктеу жорамалымен есептелгенін айтыңыз немесе оны жазбаңыз
small-bases = шағын базалар{ $hidden_groups ->
    [0] {""}
   *[other] ; көрсетілмейді ({ $reported_base ->
        [30] 30-дан аз
       *[other] {$reported_base} респонденттен аз
    }): {$hidden}
}{ $starred_groups ->
    [0] {""}
   *[other] ; орын берілмейді ({$reported_base}–{$last_starred}): {$starred}
}{ $thin_groups ->
    [0] {""}
   *[other] ; аралығымен көрсетіледі ({$ranked_base}–{$last_thin}): {$thin}
}
hint-small-bases = ештеңе істеудің қажеті жоқ; оларды көрсету керек болса, топтарды талдау кезінде біріктіріңіз
finding-base = `{$id}` тұжырымының базасы шағын, {$n} респондент қана
hint-finding-base = тұжырымға базасы {$ranked_base} немесе одан көп санды алыңыз не оны байқау деп атап, басқа негіздер қосыңыз
qualitative-percent = сарапшылар немесе фокус-топтар туралы пайыз: «{$found}»
hint-qualitative-percent = санын жазыңыз: бірнеше адамнан үлес шықпайды
typed-figure = мәтінге сан қолмен жазылған: «{$found}»
hint-typed-figure = оны алып тастаңыз: санды деректерден `measure` алып береді
claim-not-majority = «{$word}» жартысынан көп дегенді білдіреді, ал көрсеткіштің аралығы – {$low}–{$high}%
claim-not-minority = «{$word}» жартысынан аз дегенді білдіреді, ал көрсеткіштің аралығы – {$low}–{$high}%
claim-not-fraction = «{$word}» көрсеткіштен өзге үлесті атайды: оның аралығы – {$low}–{$high}%
hint-claim-share = аралық мүмкіндік бергенін ғана айтыңыз, мысалы «жартысына жуығы», немесе қатар басылатын санның өзін қалдырыңыз
claim-not-first = «{$word}» мұны қалғандарының бәрінен алға қояды, ал аралықтар қиылысады
claim-not-apart = «{$word}» салыстырады, ал көрсеткіштің басқасынан айырмашылығы дәлелденбеген
hint-claim-order = мұны бірнешеуінің бірі деп атаңыз немесе аралығы қалғандарымен қиылыспайтын көрсеткішке сүйеніңіз
claim-not-changed = «{$word}» өзгеріс туралы айтады, ал екі кезеңнің көрсеткіштері оны растамайды
claim-not-same = «{$word}» бірдей екенін айтады, ал көрсеткіштер оны дәлелдей алмайды
hint-claim-change = нақты анықталғанын айтыңыз, мысалы «өзгеріс аралықтың шегінен шықпайды», немесе санның өзін қалдырыңыз
claim-without-figure = «{$word}» деректер туралы тұжырым айтады, ал мәтін бірде-бір көрсеткішке сүйенбейді
hint-claim-without-figure = оны ондай сөзсіз айтыңыз; тұжырымда `measure`, ұсынымда немесе болжамның қорытындысында көрсеткіші бар `evidence` беріңіз
preliminary-in-final = `{$deliverable}` құжаты ({$cutoff}) алдын ала нәтижелерден жасалар еді: `{$file}`, {$date}
hint-preliminary-in-final = күні шектік күннен кешікпеген түпкілікті нәтижелер файлын қосыңыз
finding-orphan = бірде-бір ұсыным `{$id}` тұжырымына сүйенбейді
hint-finding-orphan = тұжырымды ұсынымдардың бірінің `evidence` өрісінде көрсетіңіз немесе жаңа ұсыным қосыңыз
recommendation-orphan = `{$id}` ұсынымы бірде-бір тұжырымға сүйенбейді
hint-recommendation-orphan = оның `evidence` өрісіне тұжырымның идентификаторын қосыңыз

## Дербес деректер

personal-data = { $kind ->
    [phone] мәтінде телефон нөмірі бар: {$found}
    [iin] мәтінде ЖСН сияқты он екі цифр бар: {$found}
    [email] мәтінде электрондық пошта мекенжайы бар: {$found}
   *[other] мәтінде дербес деректер бар: {$found}
}
hint-personal-data = оны өшіріңіз: респонденттерге, сарапшыларға және өтініш берушілерге анонимділік уәде етілген
personal-name = «{$found}» адам атына ұқсайды
hint-personal-name = адамды атын атамай сипаттаңыз; көше атауларын checks/patterns.toml файлында тізіп жазуға болады
small-cells = жария нұсқада { $minimum_cell ->
        [5] респонденттері бестен аз
       *[other] {$minimum_cell} респонденттен аз
    } {$cells} ұяшық жасырылады
hint-small-cells = ештеңе істеудің қажеті жоқ; тапсырыс берушіге арналған нұсқада олар көрсетіледі

## Грант шарттары

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
term-missed = «{ term-word }» (`{$term}`) шарты орындалмаған: {$cutoff} күнгі жағдай бойынша қол жеткізілгені – {$achieved}, керегі – {$threshold}
term-missed-kinds = «{ term-word }» (`{$term}`) шарты орындалмаған: {$cutoff} күнгі жағдай бойынша қол жеткізілгені – {$achieved}, керегі – {$threshold}, бірақ шартта аталған түрлердің бәрі қамтылмаған
hint-term-missed = істелгенді қосыңыз немесе тапсырыс берушінің босатуын құжатымен бірге study.json файлындағы `grant.waivers` тізіміне жазыңыз; мерзімі келіп қалған құжатты ғана жасау үшін оны --deliverable арқылы атаңыз
hint-term-without-file = `{$path}` файлы жоқ: оны қайтарыңыз немесе тапсырыс берушінің босатуын құжатымен бірге study.json файлындағы `grant.waivers` тізіміне жазыңыз
waiver-idle = «{ term-word }» (`{$term}`) шарты орындалған, босату керек емес
waiver-late = «{ term-word }» (`{$term}`) шартынан босату қорытынды есептің шектік күнінен ({$cutoff}) кейін, {$date} күні берілген
hint-waiver-idle = босатуды алып тастаңыз
hint-waiver-late = құжаттың күнін немесе есептің шектік күнін түзетіңіз

## Тексерулер іздейтін үлгілер

pattern-broken = `{$pattern}` тұрақты өрнек емес: {$detail}
hint-patterns = оны бағдарламаның templates/checks/patterns.toml файлымен салыстырыңыз
