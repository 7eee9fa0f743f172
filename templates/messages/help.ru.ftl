### Справка командной строки: команды, аргументы, параметры, страницы руководства, ошибки вызова.

## Команды и их аргументы: help-<команда>, help-<команда>-<аргумент>; help-any-<аргумент> – общее для нескольких
## команд.

help-esep = Превращает обработанные результаты социологического исследования в отчёты и слайды
help-new = Создать папку нового исследования: небольшой заполненный пример каждого файла, схемы и руководство; или рабочую книгу
help-new-folder = Создаваемая папка: её ещё не должно быть либо она должна быть пустой
help-new-workbook = В виде рабочей книги Excel, study.xlsx, вместо файлов JSON
help-check = Проверить исследование: все ошибки и сомнения сразу и условия гранта
help-check-deliverable = Сдаются только эти документы (можно повторять или перечислять через запятую)
help-check-edition = Какая редакция готовится [по умолчанию – указанная в исследовании]
help-check-data-only = Только данные: пробная сборка документов не выполняется
help-check-deny-warnings = Завершать с кодом 1 и при предупреждениях
help-build = Собрать документы исследования
help-build-out = Папка для результата [по умолчанию – out/<имя папки исследования>]
help-build-deliverable = Только эти документы (можно повторять или перечислять через запятую)
help-build-format = Только эти форматы; speaker – слайды с текстом докладчика рядом; xlsx и zip – статистическая база
help-build-edition = Для заказчика (customer) или для публикации (public): без малых ячеек и закрытых сведений [по умолчанию – указанная в исследовании]
help-build-theme = Оформление отчётов: gost, modern или другая папка из templates/theme [по умолчанию – указанное в исследовании]
help-build-slides = Соотношение сторон слайдов
help-build-soft-hyphens = Записать в DOCX мягкие переносы – для программ, которые не умеют переносить казахские слова
help-build-embed-fonts = Встроить в DOCX шрифты оформления – для компьютеров, на которых их нет
help-build-charts = Диаграммы в DOCX: собственные диаграммы Word с изменяемыми данными там, где такая диаграмма в Word есть (native), или все рисунками (picture)
help-build-plain = Записать числа в DOCX обычным текстом; иначе каждое число из данных стоит в заблокированном элементе управления содержимым, по которому его находит `esep review`
help-build-reference-docx = DOCX заказчика, из которого берутся стили, тема, параметры страницы и колонтитулы
help-build-reference-pptx = Презентация заказчика, из которой берутся размер слайда, образец, макеты и тема
help-build-quiet = Печатать только ошибки
help-convert = Записать исследование файлами JSON или рабочей книгой Excel; ничего не теряется
help-convert-to = Что получить: файлы JSON со схемами для редакторов (json) или рабочую книгу Excel (workbook)
help-convert-out = Создаваемая папка: её ещё не должно быть либо она должна быть пустой [по умолчанию – рядом с исследованием, с окончанием в имени]
help-tabulate = Получить результаты исследования из таблицы ответов или набросать книгу кодов
help-tabulate-study = Папка исследования (с tabulation.json и ответами); с --draft-codebook – папка, куда писать
help-tabulate-stage = Только этот этап [по умолчанию – все, названные в tabulation.json]
help-tabulate-estimates = Таблица CSV со всеми оценками без округления, стандартными ошибками и дизайн-эффектами
help-tabulate-draft-codebook = Набросать codebook.json и tabulation.json по файлу SPSS, XLSForm или таблице ответов
help-tabulate-lang = Языки исследования, для наброска
help-review = Показать, что заказчик сделал с DOCX: изменённые числа, примечания, исправления
help-review-returned = Вернувшийся DOCX
help-review-study = Папка или рабочая книга исследования, по которому он собран
help-review-edition = Какая редакция отправлялась [по умолчанию – указанная в исследовании]
help-verify = Сверить готовые файлы с доказательством внутри них: каждое число связано со своими данными, ни одно не изменено
help-verify-files = Готовые файлы: PDF, DOCX, PPTX, XLSX
help-verify-study = Папка исследования: сказать, соответствуют ли файлы его нынешнему состоянию
help-trace = Показать, откуда взято напечатанное число: данные, точное значение, запись и где ещё оно напечатано
help-trace-file = Готовый файл: PDF, DOCX, PPTX, XLSX
help-trace-number = Число, как оно напечатано, например "58,8"
help-trace-page = Страница или слайд, где оно стоит
help-trace-also = Другой готовый файл, в котором ищется то же значение; можно указать несколько раз
help-explain = Объяснить, почему код означает ошибку и что делать; без кода – перечислить все коды
help-explain-code = Код замечания, например E131
help-gallery = Нарисовать все виды диаграмм со всеми трудными случаями, в PDF и PNG
help-gallery-out = Папка для файлов PDF и PNG
help-guide = Создать руководство пользователя на казахском и русском языках, в PDF и DOCX
help-guide-out = Папка для руководства
help-guide-format = Только эти форматы
help-guide-quiet = Печатать только ошибки
help-schema = Напечатать JSON Schema файла исследования или перечислить файлы
help-schema-name = Имя файла, например study; без имени перечисляются все
help-schema-markdown = Напечатать справочную страницу в Markdown вместо JSON
help-words = Напечатать предложения документа для редактора
help-words-deliverable = Документ, например final; или locale – постоянные слова языка, theme – ключи оформления
help-words-lang = Язык предложений; для theme не нужен
help-words-study = Папка исследования: его собственные предложения стоят вместо предложений программы
help-words-changed = Только предложения, отличные от предложений программы, рядом с ними
help-completions = Напечатать сценарий автодополнения командной строки для оболочки
help-completions-shell = Оболочка
help-man = Записать страницы руководства на трёх языках или напечатать одну
help-man-folder = Папка страниц руководства, например share/man; без неё печатается страница esep
help-licences = Напечатать лицензии составных частей программы и шрифтов
help-licences-list = Только перечень частей, без текстов
help-help = Напечатать справку по команде или общую
help-help-command = Команда
help-any-study = Папка исследования (с файлом study.json или study.xlsx) или его рабочая книга
help-any-lang = Только эти языки
help-any-templates = Папка, файлы которой заменяют собственные шаблоны, оформление и языковые файлы программы
help-any-format = Для людей (human) или для программ
help-any-ui-lang = Язык сообщений программы [по умолчанию – из ESEP_LANG, иначе язык системы]
help-any-color = Цвета в выводе; auto – только при выводе в терминал
help-any-help = Напечатать справку
help-any-version = Напечатать версию

## Слова справки

help-usage = Использование
help-commands = Команды
help-arguments = Аргументы
help-options = Параметры
help-default = [по умолчанию: {$value}]
help-values = [значения: {$values}]
help-options-placeholder = [ПАРАМЕТРЫ]
help-examples = Примеры
help-exit-codes = Коды завершения
help-exit-0 = выполнено
help-exit-1 = ошибки в исследовании или в шаблонах
help-exit-2 = ошибка в вызове программы, или результат нельзя записать
help-variables = Переменные среды
help-variable-esep-lang = язык сообщений программы: kk, ru, en; параметр --ui-lang важнее
help-variable-lang = язык системы (LC_ALL, LC_MESSAGES и LANG; в Windows – язык интерфейса)
help-variable-no-color = без цветов, каким бы ни было значение
help-variable-ci = по строке на документ вместо одной меняющейся строки
help-name = Имя
help-synopsis = Вызов
help-description = Описание
help-version-heading = Версия
help-manual = Руководство esep
help-value-code = КОД
help-value-command = КОМАНДА
help-value-deliverable = ДОКУМЕНТ
help-value-edition = РЕДАКЦИЯ
help-value-file = ФАЙЛ
help-value-folder = ПАПКА
help-value-form = ФОРМА
help-value-format = ФОРМАТ
help-value-kind = ВИД
help-value-language = ЯЗЫК
help-value-name = ИМЯ
help-value-number = ЧИСЛО
help-value-page = СТРАНИЦА
help-value-shape = СТОРОНЫ
help-value-shell = ОБОЛОЧКА
help-value-stage = ЭТАП
help-value-study = ИССЛЕДОВАНИЕ
help-value-theme = ОФОРМЛЕНИЕ
help-value-when = КОГДА
man-written = { $n ->
    [one] {$n} страница руководства в {$folder}
    [few] {$n} страницы руководства в {$folder}
   *[other] {$n} страниц руководства в {$folder}
}

## Ошибки вызова

usage-command-missing = не указана команда
usage-command-unknown = команды `{$given}` нет
usage-argument-unknown = аргумент `{$given}` здесь не принимается
usage-argument-missing = не указано: {$arguments}
usage-argument-twice = `{$argument}` указано дважды
usage-arguments-exclude = `{$argument}` и `{$other}` исключают друг друга
usage-value-missing = у `{$argument}` нет значения
usage-value-unknown = недопустимое значение для `{$argument}`: `{$given}`
usage-value-refused = `{$given}` не число, а `{$argument}` требует числа
usage-value-surplus = `{$argument}` значения не принимает, а указано `{$given}`
usage-not-text = в аргументе есть знаки, которые не составляют текста
usage-refused = командная строка не читается
hint-usage-meant = возможно, `{$meant}`
hint-usage-values = значения: {$values}
hint-usage-help = остальное – `{$command} --help`
