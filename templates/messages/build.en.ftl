### Faults and hints of a build: files, templates, markup, charts, fonts, PDF and DOCX.

## Files

input-not-folder = `{$path}` is not a folder
hint-input-folder = give the folder that holds `study.json`, or the workbook, `study.xlsx`
input-folder-unopened = the folder `{$path}` cannot be opened: {$detail}
hint-input-path = check the path; the folder of a study holds `study.json` or `study.xlsx`
input-not-utf8 = `{$path}` is not UTF-8 text
hint-input-utf8 = save the file in the encoding UTF-8
input-file-unreadable = `{$path}` cannot be read: {$detail}
input-file-large = `{$path}` is larger than {$most} MB
hint-input-readable = check that it is a file and that you may read it
input-file-missing = `{$path}` is missing
hint-input-file = add the file to the study folder; `esep schema` shows its form
input-path-outside = `{$path}` leads out of the study folder
input-not-file = `{ $path }` is not a file: it is a folder, a pipe or a link that leads nowhere
hint-input-not-file = put a file of this name in its place, or take it away
font-broken = `{ $path }` is no font that can be read
hint-font-broken = copy the font again; TrueType and OpenType with outlines are read
hint-input-copy = copy the file into the folder instead of linking to it
template-file-missing = there is no template file `{$path}`
hint-deliverable-template = the id names a folder of templates: interim-1, interim-2, final, slides, or one of your own given with --templates
languages-differ = “{$label}”: {$first} has {$one} here, {$second} has {$other}
hint-languages-differ = let the languages say the same here: the same order of blocks, the same numbers, the same references
outline-block = {$kind} [{$values}]
outline-nothing = nothing
outline-bibliography = a list of sources
outline-callout = a callout
outline-contents = the contents
outline-figure = a figure
outline-formula = a formula
outline-heading = a heading
outline-list = an item of a list
outline-notes = the speaker's words
outline-numbers = key figures
outline-quote = a quotation
outline-row = a row of a table
outline-slide = a slide
outline-table = a table
outline-paragraph = a paragraph
report-title-missing = the report has no title in the language `{$language}`
hint-report-title-missing = add {$language} = "…" to [title]
hint-template-file = put the file into the folder given with `--templates`
stray-template = in this version of the program nothing reads the template `{$path}`
hint-stray-template = remove the file, or move what is wanted of it into the files that `esep words` names; templates of a report of your own need `report.toml` beside them, those of a theme `theme.toml`
toml-refused = {$detail}
hint-compare-program = compare the file with the one that comes with the program
build-output-unwritable = `{$path}` cannot be written: {$detail}
build-output-held = another run (process {$process}) holds `{$path}`
hint-build-output = close the file if a program has it open, or choose another folder with `--out`
hint-build-output-held = wait for it to end, or give another folder with `--out`
build-output-of-other = `{$path}` holds the files of the study `{$study}`, { $edition ->
    [public] public edition
   *[customer] edition for the customer
}; files of another one would have the same names
hint-build-output-of-other = give another folder with `--out`; or, if those files are no longer needed, remove {$manifest} from the folder
programme-refused = `programme.json` is not as it should be: {$detail}
hint-programme = a programme is a folder with `programme.json`: `shared` names the folder of common files, `studies` the studies' folders; without `studies` every folder with a study belongs to it
programme-empty = `{$path}` holds no study
programme-part = there is no part {$part} of {$parts}
hint-programme-part = parts are numbered from 0: `0/4` to `3/4`

## What is asked of a build

request-deliverable-unknown = the study owes no deliverable `{$name}`
hint-request-deliverables = deliverables: {$names}
request-language-unknown = the study has no language `{$name}`
hint-request-languages = languages: {$names}
job-not-set-up = `{$name}` was not set up

## Locale files

respondents-forms-missing = `respondents` lacks these forms of the noun: { $forms }
hint-respondents-forms = give every form that the sentences use, e.g. "nom": "resident", "pl_nom": "residents"; or leave `respondents` out
settings-key-unknown = the program has no key `{ $key }`
hint-compare-locale = compare the file with `locale/kk.toml`
locale-caption-without-number = `caption.{$key}` has no place for the number
hint-locale-caption = write `{"{"}n{"}"}` where the number stands
locale-language-wrong = `{$language}` is not a language tag
locale-without-numbers = no number format for `{$language}`: {$detail}
locale-without-plurals = no plural rules for `{$language}`: {$detail}
hint-locale-language = `language` is a BCP 47 tag such as `kk`
hyphenation-missing = words of `{$language}` cannot be broken: the text is set ragged
hint-hyphenation-missing = describe syllables in `[hyphenation]` as in `locale/kk.toml`, or write `justify = false`
annex-letters-few = there are more annexes than the {$letters} letters
hint-annex-letters = lengthen `annex_letters`
locale-key-missing = the locale file lacks `{$key}` in `[{$table}]`
hint-locale-key = add `{$key} = "…"` below `[{$table}]`
ending-without-number = `{$printed}` does not end in a number
hint-ending-number = give the number first: `{"{{"} n | num | ending(case="dat") {"}}"}`
ending-unknown = there is no ending `{$case}` for «{$word}»
hint-ending-cases = cases: `gen`, `dat`, `acc`, `loc`, `abl`, `ins`, `poss`, and `poss-gen` to `poss-ins`
form-without-rules = the language `{$language}` declines no words by rule
form-without-word = «{$text}» ends in no word that takes an ending
acronym-unknown = the acronym «{$word}» takes an ending, and its pronunciation is not listed
hint-acronym-unknown = add to [forms.acronyms] of {$path}: "{$word}" = a word that takes the same endings
harmony-unsettled = «{$word}» takes back or front endings by usage, and the list does not have it
hint-harmony-unsettled = add the word to `front_words` or `back_words` of [forms.harmony] in {$path}, or give its forms in the data
locale-date-pattern = nothing fills all places of the date pattern «{$pattern}»
hint-locale-date-pattern = places: `{"{"}d{"}"}`, `{"{"}dd{"}"}`, `{"{"}mm{"}"}`, `{"{"}y{"}"}`, `{"{"}month_nom{"}"}` and the other forms of `[date.months]`; in ranges with 1 or 2 after the name
ordinal-form-unknown = there is no ordinal of the form `{$form}`
hint-ordinal-forms = `[ordinals]` of the locale file has: {$names}

## Templates

template-error = {$detail}
hint-template-syntax = check the brackets, quotes and bar of the tag, such as `{"{{"} value | filter(name=1) {"}}"}`
hint-template-name = check the name against the study's data; `{"{"}% if x is defined %{"}"}` asks for optional ones
hint-template-functions = `templates/README.md` lists the filters and functions
template-endless = the template's output grows without end
hint-template-endless = look for a loop over a very long range
template-nested = more than { $most } tags stand one inside the other
template-steps = the template takes more steps than any document needs
template-printed = the template prints more than { $most } MB
template-value-long = a text that the template puts together is longer than { $most } KB
template-value-large = a list that the template puts together holds more than { $most } values
template-indent = the filter indent has no use here: the text of a document is not indented by spaces
hint-template-beyond = look for a loop in a loop, or for a value that is put together from itself
text-statement = a text of one's own cannot hold the tag `{ $word }`
hint-text-statement = write what it would bring in right here
text-unplaced = the document has no section `{$section}`: the text is not printed
hint-text-unplaced = sections of the document: {$sections}
filter-no-limits = the value of `{$filter}` has no limits `low` and `high`
filter-not-number = `{$filter}` got no number
filter-plural-form = `plural` needs the form `{$category}="…"` or `other="…"`
filter-not-date = `{$text}` is not a date
filter-date-style = there is no date style `{$name}`
typed-digit = a digit is typed by hand in «{$text}»
hint-typed-digit = print it from the data: `{"{{"} n | num {"}}"}`; list names of standards in the locale file
hint-date-styles = styles of the locale file: {$names}
filter-roman = {$number} has no Roman numeral: 1 to 3999 have
name-gender-missing = the name has no gender, and the words agree with it
hint-name-gender = add `"gender": "f"` (m, f, n, pl) to the name's forms in the study
filter-agree-form = `agree` needs the form `{$gender}="…"`
template-leftover = «{$word}» is a word of another language
template-other-language = «{$text}» is in another language
hint-template-leftover = translate it, or add it to `known` in `[lint]` of {$path}
marks-two-spaces = two spaces in «{$text}»
marks-quotes = the quotation mark {$mark} is not the language's: {$right}
marks-hyphen = a hyphen stands for a dash in «{$text}»
marks-dash = a long dash between words in «{$text}»
marks-ellipsis = three dots stand for an ellipsis in «{$text}»
marks-space = a space before a mark in «{$text}»
hint-marks = write one space, the language's own quotation marks, an en dash between spaces, and … as one character
claim-unfounded = «{$word}» claims more than a figure alone allows
hint-claim-unfounded = print it only inside an `{"{"}% if … %{"}"}` that asks for a kind of reading ({$kinds}) or for a fact ({$facts})

## Sentences

sentence-heading = «{$text}» is neither `# section` nor `## name`
sentence-name = «{$name}» cannot be the name of a sentence
sentence-nameless = words above the first name of a sentence
sentence-twice = the sentence {$name} stands here a second time
sentence-empty = the sentence {$name} has no words
sentence-paragraphs = the sentence {$name} goes on below an empty line
hint-sentence-file = `## name` (small Latin letters, digits, hyphens, points), below it one paragraph; a line `or:` before another wording
sentence-long = the sentence {$name} has {$length} characters, more than {$most}
hint-sentence-long = make two sentences of it and let the structure say both
sentence-statement = a sentence cannot hold the tag `{$word}`
sentence-clause = a value of a sentence cannot hold `{$word}`
sentence-conditions = a sentence may have one condition only
sentence-condition-order = a tag of a condition that is not open
sentence-condition-open = a condition that is not closed
sentence-block = «{$text}» would begin a list, a heading, a quotation or a directive
sentence-cells = a sentence cannot hold `|`: cells belong to the structure
hint-sentence-tag = a sentence holds words, values such as `{"{{"} value | filter {"}}"}` and at most one `{"{%"} if … %{"}"}…{"{%"} else %{"}"}…{"{%"} endif %{"}"}`; everything else belongs to report.md
sentence-missing = the structure says {$name}, and {$path} has no such sentence
hint-sentence-missing = add it to {$path}
sentence-key-missing = there is no sentence {$name}
hint-sentence-key = add it beside the other sentences of {$group}
sentence-unknown = no structure says the sentence {$name}
hint-sentence-unknown-shared = `esep words` of any deliverable lists the shared sentences after its own
hint-sentence-unknown = `esep words {$deliverable}` lists the sentences
wordings-differ = the wordings of {$name} print different data: {$data}
sentence-languages-differ = {$name} prints different data here and in {$other}: {$data}
hint-sentence-data = all wordings and all languages of a sentence print the same values and refer to the same places
sentence-copied = {$name} has the same words as in {$other}
hint-sentence-copied = translate it
structure-words = «{$word}» is a word of a language
hint-structure-words = make a sentence of it in every language and say it here
structure-statement = a structure cannot hold the tag `{$word}`
structure-tag = `{$word}` is not written as it should be
hint-structure-tag = `say NAME`, `say NAME[KEY]`, `say NAME if CONDITION`; `list VARIABLE for ITEM in LIST say NAME joined NAME`; `part NAME`
structure-part = there is no part {$name}
hint-structure-part = parts are files of reports/{$report} and reports/shared
hint-stray-words = it should be named after a deliverable or `shared` and a language of the study, such as `words/final.ru.md`

## Markup

directive-name-wrong = `{$name}` is not a directive's name
attribute-form-wrong = `{$text}` is not of the form `key=value`
attribute-name-wrong = `{$key}` is not an attribute's name
attribute-twice = the attribute `{$key}` stands twice
attribute-unquoted = `{$key}` has no closing quote
hint-attributes-form = write attributes as `key=value` or `key="a value"`
hint-heading-attributes = write `{"{"}id=sec-name{"}"}`
directive-nameless = a directive without a name
hint-directive-open = write `:::name` to open; the closing line has as many colons as the opening one
directive-colon = a colon inside a directive's attributes
hint-directive-colon = ids and names of data hold no colon
directive-unclosed = a directive that is never closed
hint-directive-close = close it with a line of as many colons; an outer directive needs more colons than an inner one
markup-html = HTML has no place in a report
markup-code-block = an indented or fenced code block has no place in a report
markup-code = code in backticks has no place in a report
markup-image = an image has no place in a report
markup-other = this markup has no place in a report
hint-markup = use headings, paragraphs, lists, tables, quotes and directives

## Directives and what stands in them

directive-unknown = there is no directive `{$name}` here
hint-directives = directives of a report: {$names}
attribute-unknown = `{$directive}` has no attribute `{$key}`
hint-attributes-none = `{$directive}` takes no attributes
hint-attributes-known = `{$directive}` takes {$names}
attribute-missing = `{$directive}` needs the attribute `{$key}`
hint-attribute-write = write `:::{$directive} {$key}=…`
figure-without-caption = the figure has no caption
table-without-caption = the table has no caption
hint-caption = write the caption as a paragraph inside the directive
only-paragraphs = only paragraphs can stand here
hint-paragraphs = separate paragraphs by empty lines
title-page-stray = this has no place on a title page
hint-title-page-parts = parts: {$names}
heading-role-unknown = `{$name}` is no role of a heading
hint-heading-roles = roles: {$names}; none for a numbered section
contents-of-unknown = `{$name}` is nothing that a list with pages can hold
hint-contents-of = lists: {$names}; none for the headings
heading-too-deep = a heading below the fourth level
hint-heading-levels = use at most four `#` signs
numbers-not-list = `numbers` holds one list
numbers-item-long = an item of `numbers` is one line
hint-numbers-item = write items as `- **value** label *(detail)*`
before-first-slide = this stands before the first slide
hint-slide-begins = a slide begins with `## its message`
slide-layout-unknown = there is no layout `{$name}`
hint-slide-layouts = layouts: {$names}; none for a message
slide-title-overflow = the slide's message takes {$needed} pt and has {$has} pt: {$lines} { $lines ->
        [one] line
       *[other] lines
    } too many
slide-source-overflow = the slide's sources take {$needed} pt and have {$has} pt: {$lines} { $lines ->
        [one] line
       *[other] lines
    } too many
slide-body-overflow = the slide's text takes {$needed} pt and has {$has} pt: {$lines} { $lines ->
        [one] line
       *[other] lines
    } too many
slide-table-overflow = the slide's table takes {$needed} pt and has {$has} pt: {$lines} { $lines ->
        [one] line
       *[other] lines
    } too many
slide-tile-overflow = a number with its words takes {$needed} pt and has {$has} pt: {$lines} { $lines ->
        [one] line
       *[other] lines
    } too many
slide-chart-overflow = the slide's chart takes {$needed} pt and has {$has} pt: {$lines} { $lines ->
        [one] row of text
       *[other] rows of text
    } too many
hint-slide-overflow = shorten it or divide the slide into two: type does not shrink to fit
slide-footnote = slide {$slide}: a slide has no footnotes; put it among the sources
slide-without-paragraphs = slide {$slide}: this block has no place among the text
slide-chart-tall = slide {$slide}: PowerPoint's chart takes {$needed} pt and has {$has} pt
pptx-not-a-deck = PPTX and the speaker's PDF are made of slides, and this is a report
slide-without-layout = these blocks have no place on one slide together
hint-slide-one-block = a slide holds text, or one chart, table or row of numbers, or quotations; two blocks stand side by side with layout=columns
slide-number-unknown = slide {$slide}: the final report lacks `{$number}`
paper-number-unknown = the final report lacks `{$number}`
pages-exceeded = the document has {$n} pages, and may have {$most}
hint-pages-exceeded = shorten the template or raise `most_pages` in its report.toml
results-later = `{$id}` tells of results as of {$cutoff}, and the first are of {$first}
results-none = `{$id}` tells of results as of {$cutoff}, and the study has none yet
hint-results-none = correct the cut-off or the date of the results, or ask only for what can be made: `--deliverable`
hint-results-left-out = the other documents are built; it comes along as soon as its cut-off lies behind the date of the first results
presentation-none = `{$id}` is a paper of the presentation as of {$cutoff}, and none was announced or held by then
hint-presentation-none = the paper says nothing but that; enter the presentation in events.json (`announced` is the day on which it was announced), correct the cut-off, or take the paper out of `deliverables`
hint-slide-number = slides and papers tell what the final report tells: print the same datum there, with the same rounding, or leave it out here

## Tables

table-outside-directive = a table stands outside of a `table` directive
hint-table-wrap = wrap it: `:::table id=tab-name`, table, caption paragraph, `:::`
table-not-one = a `table` directive holds one table
hint-table-one = write one Markdown table, or `question=<id>`
table-without-rows = the table `{$label}` has no rows
font-not-embeddable = the makers of the font {$family} do not allow it to be embedded
hint-font-not-embeddable = leave `--embed-fonts` out, or name another font in `theme.toml`
table-too-wide = the table `{$label}` of {$columns} columns needs {$needed} pt, and a landscape page has {$has} pt
hint-table-too-wide = split the table, shorten its longest words, or let rows and columns change places
row-height-wrong = `height={$found}` is not a height from {$least} to {$most} mm
hint-row-height = write the height in millimetres, e.g. `height=9`
table-page-unknown = `{$name}` is no value for the page of a table
hint-table-page = `page` is one of {$names}; left out, the table's width decides
table-signs-unknown = `{$name}` is no value for the signs of a table
hint-table-signs = `signs` is {$names}, where the text above the table explains them; left out, its notes do
hint-guard-directive = guard the directive with `{"{"}% if … %{"}"}` or add the data
widths-wrong = `widths` needs {$wanted} positive numbers
hint-widths = write `widths="3,1,1"`
table-breakdown-without-records = `{$question}` has no records by `{$by}`
hint-table-breakdowns = breakdowns are listed in `codebook.json`; records carry them in `by`
directive-item-unknown = question `{$question}` has no item or answer `{$item}`
hint-directive-items = its items and answers: {$items}

## Data of charts and tables

chart-data-unknown = there is no chart data `{$name}`
hint-chart-data-known = data: {$names}; or `question=<id>`
chart-kind-unknown = a chart of these data has no kind `{$name}`
hint-chart-kinds = kinds: {$names}
chart-stages-few = the question `{$id}` has results of one stage only
chart-groups-many = {$found} groups cannot be told apart by colour, {$most} can
hint-chart-groups-many = show the groups as `kind=heat` or `kind=multiples`
chart-shares-no-whole = the shares of the answers add up to {$sum}, not to one hundred per cent
hint-chart-answers-many = show the answers by `kind=bars`
chart-name-without-room = there is no room for the name “{$label}” beside its dot
hint-chart-names = take fewer items, or show them by `kind=bars`
chart-items-not-common = the questions `{$id}` and `{$other}` have too few items with results in common
chart-finding-without-groups = the finding `{$id}` has no figure by groups
chart-data-unsaid = the chart says nothing of its data
hint-chart-data-write = write `question=<id>` or `data=…` ({$names})
chart-without-data = the study has no data for the chart `{$name}` at {$date}
directive-question-unknown = there is no question `{$id}`
hint-directive-questions = questions are listed in `codebook.json`
directive-question-without-results = the question `{$id}` has no results at {$date}
hint-directive-question-results = `results/*.json` needs records of the question dated before the cut-off
chart-question-without-items = the question has no items
chart-without-days = there are no days to draw yet
limit-wrong = `limit` is not a number
hint-limit = write `limit=7`

## Labels and references

label-wrong = `{$label}` is not a label
hint-label-form = labels are Latin letters, digits, `-` and `_`, beginning with a letter
label-twice = the label `{$label}` is given twice
hint-label-own = give each figure, table and heading an `id` of its own
label-unknown = nothing has the label `{$label}`
hint-label-near = did you mean `{$label}`?
label-without-number = the label `{$label}` has no number to print
hint-label-without-number = refer to it in words: headings without a number, and figures and tables of papers, have none
hint-label-none = give the figure, table or heading that is meant an `id`
label-range-wrong = `{$first}..{$last}` is no row: its ends are not of one kind, or stand in the other order
hint-label-range = name the first and the last of the figures, tables or annexes that are meant, in the order of the text
citation-without-list = the document cites `{$label}` and has no list of sources
hint-citation-without-list = put `:::bibliography` and `:::` where the list shall stand
volume-outside-report = only a report tells its volume
hint-volume-outside-report = take out `:::volume`
figure-never-referred-to = no text refers to the figure `{$label}`
table-never-referred-to = no text refers to the table `{$label}`
annex-never-referred-to = no text refers to the annex `{$label}`
hint-never-referred-to = write `[](#{$label})` where the text speaks of it, or `[](#first..last)` for a row of them

## Drawing of charts

chart-without-rows = a chart without a single row
chart-axis-not-finite = an end or a tick of the chart's axis is not a finite number
chart-axis-without-length = the chart's axis has no length (from {$min} to {$max})
chart-value-not-finite = the value of "{$label}" is not a finite number
chart-value-negative = the value of "{$label}" is negative ({$value})
hint-axis-below-zero = give the chart an axis that begins below zero
chart-bound-not-finite = a bound of "{$label}" is not a finite number
chart-interval-upside-down = the interval of "{$label}" is upside down
chart-place-outside = "{$label}" has the places {$best} to {$worst}, and there are {$most}
chart-reference-not-finite = the reference line is not a finite number
chart-without-answers = a scale chart without answers
chart-values-miscounted = "{$label}" has {$found} values for {$wanted} answers
chart-share-wrong = the share of "{$answer}" in "{$label}" is {$value}, not a number from zero up
chart-shares-sum = the shares of "{$label}" add up to {$sum} per cent
chart-day-not-finite = a day is not a finite number
chart-day-count-wrong = a count of a day is {$value}, not a number from zero up
chart-target-wrong = the target is {$value}, not a number from zero up
chart-days-unsorted = the running totals are not in the order of their days
chart-total-without-room = the chart needs {$needed} pt, and has {$height} pt
hint-chart-room = make room for the chart
chart-width-impossible = a chart cannot be {$width} pt wide at {$size} pt text
chart-height-impossible = a chart cannot be {$height} pt high
chart-too-high = the chart would be {$height} pt high
hint-split-chart = show fewer rows or split the chart
chart-rows-without-room = a chart of {$rows} rows needs {$needed} pt at {$size} pt text, and has {$height} pt
hint-fewer-rows = show fewer rows, shorten the labels or make room for the chart
chart-not-written = the chart could not be written as SVG: {$detail}
chart-svg-unreadable = the chart's SVG cannot be read: {$detail}
chart-not-rasterised = the chart cannot be rasterised at {$scale} pixels to a point
chart-png-unwritten = the chart's PNG cannot be written: {$detail}

## Theme and fonts

chart-colour-wrong = the palette's "{$colour}" is not a colour
qr-without-address = the study has no address for a QR code
photograph-unknown = the study has no photograph `{$id}`
hint-photograph-unknown = take an id of `photographs` in study.json
formula-unknown = there is no formula `{$name}`
hint-formulas = formulas of formulas.toml: {$names}
formula-without-words = the formula `{$name}` of formulas.toml has no words in the language `{$language}`
formula-unreadable = the formula `{$name}` of formulas.toml cannot be read: {$detail}
hint-formula = the head of formulas.toml says what a formula needs
list-start = a list begins with a number from 1 to { $most }
hint-list-start = write the number that its first item is to have
markup-nested = quotations or lists stand deeper than {$most} inside one another
hint-markup-bounds = make the text flatter and shorter: no page shows more
markup-head-leads = a footnote, a link or a reference in the head of a table, which repeats on every page
hint-markup-head-leads = put it into the caption, into a note of the table or into a row below the head
theme-number = `{$key}` is {$value}; a page can be set with {$least} to {$most}
hint-theme-number = lengths of pages are millimetres, sizes of type points
off-page = on page {$page} text lies off the page: «{$text}»
hint-off-page = divide or shorten what stands there; in a table, a cell that fills more than a page
theme-unknown = there is no theme `{$name}`
hint-themes = themes: {$names}
palette-key-unknown = `report.look.heading_colour` names `{$key}`, which the palette does not have
hint-palette-keys = keys of the palette: {$names}
palette-colour-wrong = `palette.{$key}` is `{$colour}`, not a colour
palette-contrast = `palette.{$key}` on `{$ground}` has a contrast of {$ratio} : 1, and words need 4.5 : 1
hint-palette-contrast = make the colour of the words darker, or its ground lighter, until they can be read
hint-colour-form = write colours as `#RRGGBB`
font-without-regular = the chart font "{$family}" has no regular face among the fonts of the build
font-without-bold = the chart font "{$family}" has no bold face among the fonts of the build
hint-font-file = put its file beside the others ({$names})
chart-font-absent = the chart's font "{$family}" is not among the fonts of the build
hint-fonts-of-build = fonts of the build: {$names}
chart-character-missing = the chart font "{$family}" has no character '{$character}' (U+{$code}), which "{$text}" needs
hint-chart-character = write the label with another character or set another chart font in `theme.toml`
glyph-missing = the font {$family} has no glyph for U+{$code} «{$character}» in “{$text}”
hint-glyph-missing = replace the character, or choose a font that has it in `theme.toml`
theme-file-name = `{$path}`: {$detail}
hint-theme-file-name = use plain Latin letters in the names of theme files
theme-file-large = a Typst file of a theme is larger than { $most } KB
theme-growth = a loop puts a value into itself, so that it grows deeper each time
theme-nested = an expression of the theme has more levels than can be walked (at most { $most })
theme-while = a theme has no use for `while`: what it sets is finished data
theme-function = a theme cannot use `{ $name }`
theme-package = a theme cannot fetch the package `{ $name }`
theme-number-large = { $number } is larger than any number that a theme needs (at most { $most })
hint-theme-refused = walk the document with `for` and import the theme's own files
cover-unread = the cover is not an SVG that can be read: { $detail }
cover-element = the cover cannot hold the element `{ $name }`
cover-number = the cover has the number { $number }; at most { $most }
cover-large = the cover is larger than { $most } KB or has too many elements
hint-cover = draw it of plain shapes and gradients

## PDF

typst-refused = Typst refused the document: {$detail}
pdf-refused = the PDF does not meet its standards: {$detail}

## DOCX

docx-empty = the document has no content to write
docx-picture-not-png = the picture of figure `{$label}` is not a PNG
chart-workbook-refused = the workbook of a chart cannot be written: {$detail}
docx-picture-missing = there is no PNG of figure `{$label}`
docx-table-uneven = table `{$label}` has rows that do not fit its {$columns} columns
docx-lists-deep = lists are nested more than {$levels} deep
footnote-nested = footnote {$number} stands inside another footnote
hint-footnote-nested = put one of the two into the text
link-address = the address `{$url}` of a link is not a whole https, http or mailto address
docx-character-in-text = the character U+{$code} in «{$text}» cannot stand in XML
docx-character-in-part = the character U+{$code} in `{$path}` cannot stand in XML
docx-part-malformed = `{$path}` is not well formed: {$detail}
docx-addition-lost = in `{$path}` nothing carries the mark `{$mark}`, or something that it is not for: a fault of the program
docx-not-zipped = the DOCX cannot be zipped: {$detail}
workbook-refused = the workbook or the package of data cannot be written: {$detail}
format-not-possible = none of these formats is one of the chosen deliverables: PPTX and the speaker's PDF are made of slides, XLSX and ZIP of the statistical base, PDF and DOCX of everything else
