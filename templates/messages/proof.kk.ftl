# Дайын файлдардағы сандарды кері оқу және олардың қайдан шыққаны.

proof-kind-unknown = мұндай түрдегі файлдар оқылмайды
hint-proof-kind = PDF, DOCX, PPTX және XLSX файлдары, сондай-ақ деректер пакеттері (ZIP) оқылады
proof-file-large = файл { $most } МБ-тан үлкен
proof-numbers-many = файлдағы сандар { $most } санынан көп
proof-pages-many = файлдағы беттер { $most } беттен көп
proof-stream-large = файлдың бөлігі ашылғанда шектен асады: сығылған күйінде 4 МБ, бүкіл файл бойынша ашылған күйінде { $most } МБ
hint-proof-bound = `esep build` мұндай үлкен файл жазбайды; бұл файлда ештеңе дәлелденген жоқ
proof-encrypted = файл шифрланған
proof-damaged = файл бүлінген немесе мүлде PDF емес
hint-proof-unreadable = оқылмаған нәрсе дәлелденбейді; файлды `esep build` жазған күйінде алыңыз
proof-attach = дәлелдеме файлға салынбады: { $detail }
proof-list = деректі керек етпейтін сандар тізімінде қате бар: { $detail }
proof-missing = файлда сандарының дәлелдемесі жоқ
hint-proof-missing = ол `esep build` жазған файлдарда бар; PDF-ке басып шығарғанда немесе басқа бағдарламада сақтағанда жоғалуы мүмкін
proof-broken = файлдағы дәлелдеме жарамсыз: { $detail }
hint-proof-broken = оны біреу өзгерткен немесе esep-тің жаңарақ нұсқасы жазған; файлды қайта жинаңыз
proof-characters = файлдағы танылмаған таңбалар: { $n }
proof-nothing-read = файлдан бірде-бір сан оқылмады
proof-number-changed = файлда «{ $found }» тұр, ал дәлелденгені «{ $wanted }»{ $datum ->
    [none] {""}
   *[other] {" "}(`{ $datum }`)
}
proof-number-unknown = «{ $found }» ішіндегі санның артында ешқандай дерек жоқ
proof-number-gone = файлда «{ $wanted }» саны енді жоқ{ $datum ->
    [none] {""}
   *[other] {" "}(`{ $datum }`)
}
proof-number-rounding = файлда «{ $found }» басылған, ал `{ $datum }` дерегі «{ $wanted }» болып дөңгелектенеді
proof-reason-unknown = «{ $found }» ішіндегі сан `{ $reason }` негіздемесіне сай емес
hint-proof-number = файлды жиналғаннан кейін біреу өзгерткен; оны зерттеуден қайта жинаңыз
hint-proof-unbound-built = санды деректерден басып шығарыңыз немесе негіздемесін `templates/proof/allowed.toml` файлына енгізіңіз
proof-other-study = файл «{ $wanted }» емес, «{ $found }» зерттеуінен жасалған
hint-proof-other-study = файл жасалған зерттеудің қалтасын көрсетіңіз
proof-other-state = файл зерттеудің басқа күйінен жасалған
hint-proof-other-state = файлды қайта жинаңыз; өзгеше сандар төменде тізілген
proof-datum-differs = `{ $datum }`: файлда { $found }, ал зерттеу бүгін { $wanted } береді
proof-datum-gone = `{ $datum }` (файлда { $found }) енді басылмайды
hint-proof-datum = файлды қайта жинаңыз
verify-proven = { $file }: { $read } сан оқылды, оның { $proven } саны дерегіне тең, { $allowed } саны деректі керек етпейді
verify-unproven = { $file }: дәлелденген жоқ. { $read } сан оқылды, оның { $proven } саны дерегіне тең, { $allowed } саны деректі керек етпейді
verify-state-same = { $file }: зерттеудің қазіргі күйінен жасалған
trace-nothing = файлда «{ $number }» саны жоқ{ $page ->
    [0] {""}
   *[other] {" "}({ $page }-бетте немесе слайдта)
}
hint-trace-nothing = санды басылған күйінде жазыңыз: "58,8"; кітапта ұяшықты атауға болады: D7
trace-several = мұнда «{ $number }» { $n } түрлі нәрсені білдіреді
trace-datum = «{ $number }» – бұл `{ $id }`
trace-value = нақты мәні: { $value }
trace-decimals = үтірден кейінгі таңбалар саны: { $decimals }; жартысы нөлден әрі дөңгелектенеді
trace-record = жазба: { $place }: { $value }
trace-formula = формула: { $formula }
trace-inputs = мыналардан алынған:
trace-reason = «{ $number }» саны деректі керек етпейді: { $reason }
trace-page = { $page }-бет
trace-printed = басылған жерлері:
trace-dataset = деректер пакетіндегі сандар – деректердің өзі
hint-trace-dataset = санды база кітабынан іздеңіз: онда сол деректер өз жазбаларымен тұр
proof-table-changed = файл жазылған күйінде емес: бақылау қосындысы datapackage.json файлындағыдан өзгеше
proof-table-gone = файл datapackage.json ішінде сипатталған, бірақ пакетте жоқ
proof-table-unknown = файл пакетте бар, бірақ datapackage.json оны сипаттамайды
proof-table-unreadable = сандар бағанында сан емес мән тұр: { $detail }
proof-table-other = зерттеу бүгін бұл файлды басқаша береді
