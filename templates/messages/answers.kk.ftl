### Жауаптардан жазбаларға

answers-kind = {$path} – оқуға болатын жауаптар кестесі емес
hint-answers-kind = кестені .csv, .xlsx, .sav немесе .zsav түрінде беріңіз
answers-broken = {$path} жауаптар кестесі ретінде оқылмайды: {$detail}
hint-answers-broken = кестені ол жасалған бағдарламадан қайта шығарып алыңыз
answers-empty = онда бағандар атауы жоқ
answers-too-large = сауалнамада болуы мүмкін емес көп мән көрсетілген
answers-sheet = кітапта «{$sheet}» парағы жоқ; бары: {$sheets}
answers-column-twice = екі баған «{$column}» деп аталған
hint-answers-column-twice = әр бағанға бөлек атау беріңіз
answers-column-unknown = {$path} ішінде «{$column}» бағаны жоқ
hint-answers-column = атауды кестенің тақырыбында тұрғандай жазыңыз
answers-code =
    { $count ->
       *[other] «{$column}» бағанында «{$value}» мәні {$count} рет кездеседі (алғашқысы – {$row}-жолда), оның мағынасы еш жерде айтылмаған
    }
answers-blank =
    { $count ->
       *[other] «{$column}» бағанында {$count} ұяшық бос (алғашқысы – {$row}-жолда), оның мағынасы еш жерде айтылмаған
    }
hint-answers-code = кодты codebook.json файлына қосыңыз немесе tabulation.json ішінде көрсетіңіз: missing (бос ұяшық – «»), recode немесе asked
answers-code-nothing = «{$question}» сұрағының «{$code}» коды жазбалар кестесінде бос ұяшықты білдіреді
hint-answers-code-nothing = оны tabulation.json файлының missing өрісіне жазып, codebook.json файлынан алып тастаңыз немесе қайта кодтаңыз (recode)
answers-day = «{$column}» бағанының {$row}-жолында «{$value}» тұр, ол ЖЖЖЖ-АА-КК түріндегі күн емес
answers-nobody = бұл кезеңде бірде-бір респондент қалмады
answers-weight =
    { $count ->
       *[other] «{$column}» бағанындағы {$count} мән салмақ бола алмайды, алғашқысы – {$row}-жолдағы «{$value}»
    }
hint-answers-weight = салмақ – нөлден кем емес сан; ұяшық бос болса, респондент есептен шығады
answers-no-unit = «{$column}» бағаны {$row}-жолда бос: респондент ешбір қабатқа не іріктеу бірлігіне жатпайды
hint-answers-no-unit = бағанды әр респондентке толтырыңыз немесе оны tabulation.json ішінен алып тастаңыз
stratum-of-one = «{$stratum}» қабатында бір ғана іріктеу бірлігі бар, одан дисперсия бағаланбайды
hint-stratum-of-one = бұл қабатты ұқсас қабатпен бөлек бағанда біріктіріңіз
answers-no-group =
    { $count ->
       *[other] {$count} респондент «{$breakdown}» бөлінісінің ешбір тобына жатпайды («{$column}» бағаны)
    }
hint-answers-no-group = олар үшін бөлініске топ қосыңыз: топтар базасының қосындысы жалпы базаға тең болуы керек (E135)
answers-unasked =
    { $count ->
       *[other] «{$column}» бағанында сұрақ қойылмаған {$count} адамның жауабы бар (алғашқысы – {$row}-жолда); олар есепке алынбады
    }
hint-answers-unasked = asked шартын және сауалнаманың өтулерін тексеріңіз
answers-personal = «{$column}» бағанында дербес деректерге ұқсайтын мәндер бар ({$kind})
answers-personal-name = атауына қарағанда, «{$column}» бағанында дербес деректер бар
hint-answers-personal = кестені зерттеу қалтасына салмас бұрын бағанды өшіріңіз
spss-truncated = файл {$offset}-байтта үзіліп қалған
spss-count = {$offset}-байттағы {$count} ұзындығы болуы мүмкін емес
spss-record = {$offset}-байтта {$kind} түріндегі белгісіз жазба
spss-no-system-file = бұл SPSS жүйелік файлы емес
spss-compression = {$offset}-байтта белгісіз сығу түрі {$kind}
spss-no-variables = онда айнымалылар жоқ
spss-encoding = «{$name}» кодтық беті белгісіз
spss-label-of-nothing = мән белгілері жоқ айнымалыға ({$element}) тиесілі
spss-long-text = «{$name}» ұзын мәтінінің бөліктері бір-біріне сәйкес келмейді
spss-case-cut = {$case}-жағдай үзіліп қалған
spss-cases = көрсетілген жағдай саны – {$said}, файлда – {$found}
spss-blocks = сығылған блоктар бүлінген
condition-empty = шарт ештеңе талап етпейді
no-collected = сұхбаттардың қашан өткені белгісіз
hint-no-collected = кезеңге collected беріңіз немесе interview_date бағанын көрсетіңіз
plan-breakdown = codebook.json ішінде «{$id}» бөлінісі жоқ
plan-group = «{$breakdown}» бөлінісінде «{$code}» тобы жоқ
plan-question = codebook.json ішінде «{$id}» сұрағы жоқ
plan-twice = «{$id}» сұрағы екі рет көрсетілген
hint-plan-id = codebook.json файлындағыдай жазыңыз
plan-shape = «{$id}» сұрағының бағандары оның түріне сай емес
hint-plan-shape = бір жауап: column немесе әрқайсысының бағаны бар items; бірнеше жауап: separator қосылған column, selected қосылған items немесе options
plan-code = «{$id}» сұрағында «{$code}» коды жоқ
plan-without = «{$id}» сұрағының «{$code}» кодына баған көрсетілмеген
plan-selected = «{$id}» сұрағының бағандарында қай код «таңдалды» дегенді білдіретіні айтылмаған
plan-separator = «{$id}» сұрағының жауаптары немен бөлінгені айтылмаған
index-not-tabulated = «{$id}» индексіне кестеге түспеген немесе шкаласы жоқ сұрақ керек
answers-not-named = tabulation.json файлында жауаптар кестесі аталмаған
hint-answers-not-named = кестені зерттеу қалтасына салып, атын жазыңыз: "file": "answers.xlsx"
hint-answers-not-there = жауаптар кестесін зерттеу қалтасына көшіріңіз немесе `file` өрісін түзетіңіз
draft-answers-elsewhere = енді {$file} файлын зерттеу қалтасына көшіріңіз: `esep tabulate` оны сол жерден іздейді
draft-answers-unnamed = формада жауаптар жоқ: жауаптар кестесін зерттеу қалтасына салып, атын `tabulation.json` файлындағы `file` өрісіне жазыңыз
no-stage = tabulation.json ішінде мұндай кезең көрсетілмеген
hint-no-stage = мысалы, мынаны жазыңыз: "stages": [{"{"}"stage": "final", "date": "2026-09-01", "collected": {"{"}"start": "2026-08-01", "end": "2026-08-20"{"}"}{"}"}]; `collected` орнына күндер бағанын `interview_date` өрісінде атауға болады
and-other-columns = {$message}; сұрақтың тағы {$others} бағанында солай
hint-no-tabulation = оны `esep schema tabulation` бойынша жазыңыз немесе жобасын жасаңыз: esep tabulate STUDY --draft-codebook FILE
draft-beside-workbook = зерттеу {$workbook} кітабында, ал кодификатордың жобасы – JSON файлдары
hint-draft-beside-workbook = жобаны жаңа қалтада жасаңыз (`esep new --minimal`), содан кейін оны кітапқа айналдырыңыз: `esep convert … --to workbook`
workbook-without-stage = кітапта `{$stage}` кезеңі жоқ
workbook-without-table = `{$stage}` кезеңінің жазбалары кітаптың өзінде тұр
hint-workbook-without-stage = «Нәтиже кезеңдері» парағында `{$stage}` кезеңіне жазбалар кестесін (CSV) көрсетіңіз, мысалы {$stage}.csv: оны `esep tabulate` толтырады
workbook-scores = `{$file}` мәндері өзгереді, ал олар кітапта тұр
hint-workbook-scores = `esep convert … --to json`, содан кейін жаңа қалтада `esep tabulate` және `esep convert … --to workbook`
draft-in-the-way = {$path} файлы бұрыннан бар
hint-draft-in-the-way = жобаға басқа қалта таңдаңыз
draft-nothing = {$path} ішінен бірде-бір жабық сұрақ табылмады
hint-draft-nothing = мән белгілері бар SPSS файлын, survey мен choices парақтары бар XLSForm кітабын немесе кодталған жауаптар кестесін беріңіз
draft-block = Сауалнама нәтижелері
draft-unconfirmed = «{$id}» сұрағының түрі, жауап рөлдері және жауапсыз кодтары – жоба ұсынысы, әлі расталмаған
hint-draft-unconfirmed = codebook.json ішіндегі сұрақты тексеріп, proposed өрісін өшіріңіз
draft-breakdown = «{$id}» бөлінісі – жоба ұсынысы, әлі расталмаған
hint-draft-breakdown = оның топтарын codebook.json файлында тексеріп, proposed өрісін алып тастаңыз; бұл сұрақ болса, questions тізіміне көшіріңіз
tabulated-cases = {$stage}: {$rows} респонденттен {$cases}
tabulated-left-out = есептен шыққандар: басқа кезең – {$other}, салмағы жоқ – {$unweighted}
tabulated-weights = салмақтар: қосындысы {$sum}, {$least} мен {$greatest} аралығында, дизайн әсері {$deff}
tabulated-kish = дизайн әсерлері: Киш бойынша, салмақтардан
tabulated-linearised = дизайн әсерлері: Тейлор линеаризациясы, қабат – {$strata}, іріктеу бірлігі – {$clusters}
tabulated-base = {$question}: база {$base}, жауапсыз {$missing}
tabulated-written = жазба саны – {$records}; жазылған файлдар: {$files}
draft-made =
    { $questions ->
       *[other] {$folder} қалтасында {$questions} сұрақтың кодификатор жобасы жасалды: ұсынылғанын растап, қалған тілдердегі мәтіндерді жазыңыз
    }
draft-left-out = мына бағандардан сұрақ жасалмады: {$columns}
