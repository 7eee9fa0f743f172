# What reading and checking a study says. One sentence, then (hint-…) the next step.

## Reading files

records-twice = the records stand in the file and in a CSV table as well
hint-records-twice = keep `records` or `records_file`, not both
stray-file = nothing reads the file `{$path}`
hint-stray-file = files of a study: {$files}
hint-stray-table = name the table in `records_file` of a file of results, or remove it
hint-stray-text = name the file SECTION.LANGUAGE.md, SECTION.before.LANGUAGE.md or SECTION.after.LANGUAGE.md, in a language of the study, in `text/DELIVERABLE`
boundaries-no-collection = the file is not a FeatureCollection
picture-unreadable = `{$path}` is no picture that can be read: {$detail}
hint-picture = save the picture as JPEG or PNG, at most 20,000 pixels wide and high
hint-stray-picture = name it in `photographs` or as a `logo` of study.json, or take it away
boundaries-unreadable = the file is not GeoJSON: {$detail}
boundaries-territory-missing = the territory `{$id}` has no boundary in {$path}
boundaries-without-id = a feature without `id`
boundaries-id-unknown = there is no territory `{$id}`
boundaries-no-polygon = the boundary of `{$id}` is not made of closed rings of longitudes and latitudes
hint-boundaries = give each territory one Feature with its id and a Polygon or MultiPolygon in degrees (WGS 84)
hint-did-you-mean = did you mean `{$near}`?
hint-keep-one = keep one of the two
control-character = the text holds the character {$character}, which cannot be printed
hint-control-character = remove it; it often comes in with text copied from another program
duplicate-key = the key `{$key}` stands twice in one object
study-newer = the study keeps to version {$version} of the contract, and this program knows up to {$own}
hint-study-newer = install the newest esep, or ask whoever made the study for one of version {$own}
study-older = the study keeps to version {$version} of the contract, and the newest is {$own}; it is read as it is
hint-study-older = `esep convert` writes it in the newest version; or set `schema_version` in study.json yourself
json-syntax = { $kind ->
    [trailing-comma] `{$path}` is not JSON: a comma stands before a closing bracket
    [expected-value] `{$path}` is not JSON: a value is missing here
    [eof-while-parsing-a-value] `{$path}` is not JSON: the file ends too early
    [eof-while-parsing-an-object] `{$path}` is not JSON: the file ends inside an object
    [eof-while-parsing-a-list] `{$path}` is not JSON: the file ends inside a list
    [eof-while-parsing-a-string] `{$path}` is not JSON: the file ends inside a text
    [key-must-be-a-string] `{$path}` is not JSON: a key must stand in double quotes
    [trailing-characters] `{$path}` is not JSON: something follows the end of the data
    [recursion-limit-exceeded] `{$path}` is nested deeper than any study needs
    [number-out-of-range] a number in `{$path}` is larger than any number can be
    [expected-or] `{$path}` is not JSON: a comma or a closing bracket is missing
    [expected] `{$path}` is not JSON: a colon is missing after the key
    [invalid-number] `{$path}` is not JSON: this is no number of JSON
    [invalid-escape] `{$path}` is not JSON: a backslash stands before a letter that needs none
    [control-character-u0000-u001f-found-while-parsing-a-string] `{$path}` is not JSON: a text breaks over two lines
   *[other] `{$path}` cannot be read as JSON: {$detail}
}
hint-json-syntax = an editor with JSON support marks the spot
field-missing = the field `{$field}` is missing
hint-field-missing = add it; `esep schema {$name}` says what it holds
field-unknown = there is no field `{$field}` here
hint-known-fields = fields known here: {$fields}
not-in-list = {$found} is none of: {$options}
hint-not-in-list = choose one of the listed values
wrong-shape = {$found} has not the form that is expected here
wrong-type = { $expected ->
    [string] a text in quotes is expected here, found {$found}
    [integer] a whole number is expected here, found {$found}
    [number] a number is expected here, found {$found}
    [boolean] true or false is expected here, found {$found}
    [array] a list is expected here, found {$found}
    [object] an object in braces is expected here, found {$found}
    [null] nothing (null) is expected here, found {$found}
   *[other] {$expected} is expected here, found {$found}
}
hint-schema = `esep schema {$name}` says what the field holds
not-a-date = {$found} is no date of the calendar
hint-date = write dates as YYYY-MM-DD, e.g. 2026-09-15
not-an-address = {$found} is no address of a page
hint-not-an-address = addresses begin with https:// or http://, then a name such as news.example.kz
hint-text-form = write a text as {"{"}"kk": "…", "ru": "…"{"}"}
wrong-form = {$found} has not the form {$pattern}
hint-wrong-form = ids are Latin letters, digits, `-`, `_`, `.`; languages two small letters
wrong-key = the key {$found} is not allowed here
hint-wrong-key = languages are two small Latin letters; cases are nom gen dat acc loc abl ins prep
too-small = {$found} is below the least value, {$limit}
too-large = {$found} is above the greatest value, {$limit}
text-empty = the text is empty
hint-text-empty = write the text, or leave the field out where it is optional
object-empty = the text has no language at all
list-too-short = the list needs at least {$limit} { $limit ->
    [one] entry
   *[other] entries
}
list-too-long = the list may have at most {$limit} { $limit ->
    [one] entry
   *[other] entries
}
wrong-value = {$found} breaks the rule "{$keyword}" of the schema

## CSV tables of records

csv-empty = the table `{$path}` has no records
csv-broken = the table `{$path}` cannot be read: {$detail}
csv-column-twice = the column `{$column}` stands twice
csv-column-unknown = { $columns ->
    [one] there is no column `{$column}`
   *[other] there are no columns `{$column}`
}
csv-column-missing = { $columns ->
    [one] the column `{$column}` is missing
   *[other] the columns `{$column}` are missing
}{ $unknown ->
    [0] {""}
   *[other] , and there are `{$others}`
}
hint-csv-columns = columns: {$columns}
csv-cell-empty = the cell `{$column}` is empty
csv-cell-nothing = `{$found}` in the column `{$column}` is no number
hint-csv-cell-empty = every record needs it; only `item`, `by` and `group` may be empty
csv-not-a-number = `{$found}` in the column `{$column}` is not a number
hint-csv-number = write 0,25 or 0.25, without units
hint-csv-doubtful = the mark may part thousands or decimals: write 2520 or 2.52
hint-csv-number-empty = give the number; where nobody was asked, set n to 0 or leave the rows out
and-others = {$message}; the same in { $others ->
    [one] one more row
   *[other] {$others} more rows
}, the last in line {$last}
and-other-places = {$message}; so in { $others ->
    [one] one more place
   *[other] {$others} more places
}: {$places}
csv-not-a-count = `{$found}` in the column `{$column}` is not a whole number of people
hint-csv-count = n and n_option are unweighted counts; weighted ones belong in n_weighted
csv-by-group = `by` ({$by}) and `group` ({$group}) do not go together
hint-csv-by-group = give the breakdown's id in `by` and the group's code in `group`; join several by |
csv-group-alone = the group `{$group}` stands without its breakdown
csv-row-too-long = the row has {$cells} cells, the head {$columns}
hint-csv-row-too-long = with a decimal comma the columns must be separated by a semicolon

## Structure

dangling-id = { $kind ->
    [territory] no territory has the id `{$id}`
    [body] no state body has the id `{$id}`
    [block] no topic block has the id `{$id}`
    [question] no question has the id `{$id}`
    [item] the question has no item `{$id}`
    [answer] the question has no answer with the code `{$id}`
    [breakdown] no breakdown has the id `{$id}`
    [event] no event has the id `{$id}`
    [group] the breakdown has no group `{$id}`
    [index] no index has the id `{$id}`
    [component] the risk score has no component `{$id}`
    [category] no category of cases has the code `{$id}`
    [theme] no theme of the focus groups has the code `{$id}`
    [expert-question] the expert survey has no question `{$id}`
    [language] the study has no language `{$id}`
   *[thing] nothing in the study has the id `{$id}`
}{ $others ->
    [0] {""}
    [one] ; one more place names it
   *[other] ; {$others} more places name it
}
hint-dangling-id = add what is missing, or correct the id
item-left-out = the question `{$question}` has items, and none is named: {$items}
hint-item-left-out = name the item in `item`
items-left-out = { $rows ->
    [one] a record of `{$question}` names no item
   *[other] {$rows} records name no item, and their questions have items
}: `{$question}` has {$items}{ $others ->
    [0] {""}
    [one] ; so has one more question
   *[other] ; so have {$others} more questions
}
codes-respelled = { $kind ->
    [decimals] the codes in `{$column}` stand as decimals, such as `{$id}`
    [zeros] the codes in `{$column}` have other leading zeros, such as `{$id}`
    [label] labels stand in the place of codes in `{$column}`, such as `{$id}`
   *[letters] the codes in `{$column}` are written with other letters or dashes, such as `{$id}`
}{ $others ->
    [0] {""}
    [one] , in one more row
   *[other] , in {$others} more rows
}
hint-codes-respelled = { $kind ->
    [decimals] write {$near}; pandas makes decimals of a column with gaps, so read it as text or as Int64
    [zeros] write {$near}; give the column the format “Text” so that Excel leaves zeros alone
    [label] write the code of codebook.json, {$near}: export values, not labels
   *[letters] write it as codebook.json does: {$near}
}
counts-unit = the column `{$column}` is {$times} times too { $size ->
    [large] large
   *[small] small
}: answers and respondents do not agree by that factor
hint-counts-unit = give numbers of people: n those who were asked, n_option those of them who gave the answer
column-shifted = the column `{$column}` stands one row { $way ->
    [down] lower
   *[up] higher
} than the others
hint-column-shifted = a cell of it was inserted or deleted: move the column back by one row
column-meaning = { $kind ->
    [share-effect] the columns `share` and `deff` are exchanged
    [counts] the columns `n` and `n_option` are exchanged, there are more answers than respondents
    [weighted-answers] `n_weighted` holds the weighted number of those who gave the answer, not the weighted base
    [bounds-exchanged] the columns `ci_low` and `ci_high` are exchanged
    [margin] `ci_low` and `ci_high` hold the same: a margin of error, not the bounds of an interval
    [effect-per-cent] the column `deff` is in per cent
    [effect-inverse] `deff` holds n_eff / n, not n / n_eff
   *[unweighted] the shares were computed without weights: `share` is n_option / n, though there are weights
}: { $rows ->
    [one] one row
   *[other] {$rows} rows
}
hint-column-meaning = { $kind ->
    [share-effect] `share` is the weighted share, 0 to 1, `deff` the design effect, mostly above 1
    [counts] n are those who were asked, n_option those of them who gave this answer
    [weighted-answers] `n_weighted` is the sum of the weights of all who are counted in n, the same for each answer to the question in a group
    [bounds-exchanged] `ci_low` is the lower bound, `ci_high` the upper
    [margin] write the bounds: Wilson's interval on n / deff around the share
    [effect-per-cent] write the ratio: 1.17, not 117
    [effect-inverse] write its inverse
   *[unweighted] compute the shares with the weights, or give the table of answers to `esep tabulate`
}
answer-left-out = the answer `{$answer}` has no record: {$what}{ $others ->
    [0] {" "}does
    [one] {" "}and one more distribution do
   *[other] {" "}and {$others} more distributions do
} not add up to the base
totals-missing = `{$path}` has no row of the whole sample: each names a breakdown
hint-totals-missing = add the rows with blank `by` and `group`: every chart begins with them
measure-without-records = the finding rests on {$what}{ $groups ->
    [0] , and the results have no records of it
   *[other] {" "}in the group {$group}, and the results have no records of that
}
hint-measure-without-records = add these records to the table of results, or take a figure that it has
words-nothing = no data, not asked
csv-no-record = the row is no record: `{$columns}` are blank
hint-csv-no-record = totals and notes do not belong into the table: delete the row or fill it in
dangling-ids = { $kind ->
    [territory] {$number} territories are missing
    [question] {$number} questions are missing
    [item] {$number} items of questions are missing
    [answer] {$number} answers of questions are missing
    [group] {$number} groups of breakdowns are missing
   *[other] {$number} things are missing
}: {$ids}; {$places} places name them
hint-dangling-ids = one list was renamed and the other was not: give both the same codes
hint-dangling-ids-near = one list was renamed and the other was not; perhaps `{$near}` was meant by `{$id}`?
scores-scale = the { $of ->
    [risk] risk scores
   *[index] values of the indices
} { $kind ->
    [shares] are given from 0 to 1
   *[rounded] are rounded to whole numbers
}: {$given} where the components give {$right}, and { $others ->
    [one] one more
   *[other] {$others} more
}
scores-shares = the { $of ->
    [risk] risk scores
   *[index] values of the index
} all lie between 0 and 1, such as {$given}: points from 0 to 100 are asked for
hint-scores-scale = write values from 0 to 100 with two decimals, or leave computing them to `esep tabulate`
results-of-another = `{$path}` holds results of another codebook: codebook.json has none of its questions, such as `{$id}`
hint-results-tabulate = make the results anew with `esep tabulate`
hint-results-of-another = put this study's results in its place
several-answers = the answers to `{$question}` add up to the base in no group, though the question has one answer
hint-several-answers = where several could be given, the question's type in codebook.json is `multiple`; where one, the table has other rows
example-left = { $number ->
    [one] `{$files}` still holds the example of `esep new`
   *[other] `{$files}` still hold the example of `esep new`
}, which speaks of things that this study does not have
hint-example-left = fill it in with your own study, or delete it where there is nothing of the kind
file-absent = { $number ->
    [one] `{$files}` is not there
   *[other] `{$files}` are not there
}, and { $places ->
    [one] a reference needs
   *[other] {$places} references need
} what would stand in { $number ->
    [one] it
   *[other] them
}: {$ids}
hint-file-absent = put the file back, or take the references out
duplicate-id = the id `{$id}` is already given in {$file} at {$pointer}
hint-duplicate-id = evidence refers by id alone: give each thing an id of its own
translation-missing = the text lacks the language `{$language}`
hint-translation-missing = add "{$language}": "…" beside the other languages
hint-text-untranslated = write the same text to `{$path}`
date-order = `{$field}` is {$later}, before {$earlier}, which has to come first
hint-date-order = exchange the two dates or correct one of them
clock-order = {$later} comes before {$earlier}, which stands above it
hint-clock-order = correct the time, or put the points into their order
duplicate-entry = a second entry for the same: {$what}; the first stands at {$first}
groups-lost = { $rows ->
    [one] a row has
   *[other] {$rows} rows have
} lost the group: without `by` and `group` they stand for the whole sample once more, first {$what}
hint-groups-lost = fill in `by` and `group` of these rows; without groups leave them out
rows-twice = the row of {$what} stands twice with the same figures{ $others ->
    [0] {""}
    [one] , as does one more row
   *[other] , as do {$others} more rows
}
hint-rows-twice = delete what stands twice: most often a table was pasted or appended again
entries-differ = a second row for {$what}, with another share: {$one} and {$two}{ $others ->
    [0] {""}
    [one] ; so with one more row
   *[other] ; so with {$others} more rows
}
outside-contract = {$date} lies outside of the contract's period, {$first} to {$last}
hint-outside-contract = correct the date, or the contract's dates in study.json
outside-contract-year = { $dates ->
    [one] one date stands
   *[other] {$dates} dates stand
} in the year {$year}, outside of the contract's period, {$first} to {$last}
hint-outside-contract-year = if it is a slip in the year, write {$year}; else correct the contract's dates in study.json
contract-year = nearly all dates of the study stand in the year {$year}, the contract's period is {$first} to {$last}
hint-contract-year = write {$year} in `date`, `start` and `end` of the contract, or correct the dates of the files
days-exchanged = {$date} lies outside of the contract's period; with day and month exchanged, {$right}, inside{ $others ->
    [0] {""}
    [one] ; so with one more date
   *[other] ; so with {$others} more dates
}
hint-days-exchanged = write year, month, day: {$right}; where Excel took days for months, enter the column anew
text-other-language = the text under `{ $language }` is in another language: «{ $text }»
hint-text-other-language = write it in the language `{ $language }`; if two texts are exchanged, put each under its own key
text-word-long = a word of {$n} characters; the longest that is set has {$most}
text-marks-many = more than {$most} marks on one letter
text-long = a text of {$n} characters; the longest that is set has {$most}
hint-text-bounds = look whether something else was pasted here; put spaces into it or shorten it
unseen-sign = the text holds the sign {$code}, which is not seen and changes the order or the search of letters
hint-unseen-sign = type the place anew, or paste it as plain text
mixed-script = the word «{$word}» mixes Cyrillic with Latin letters: {$letters}
hint-mixed-script = type the letters anew with the Kazakh or Russian keyboard; set endings of Latin words apart by a hyphen
text-numbers-differ = the text has other figures in another language: {$first} {$one}; {$second} {$other}
hint-text-numbers-differ = make the languages say the same, with the same figures in digits

## Arithmetic

threshold-order = the threshold `{$lower}` ({$one}) is above `{$upper}` ({$other})
hint-threshold-order = raise the one or lower the other: what is shown need not be ranked, what is ranked is shown
threshold-quantile = the quantile {$z} is not that of the level {$level} %
share-range = a share of {$share} is not between 0 and 1
hint-share-range = give shares and their bounds as 0..1, not as per cent
weighted-base-range = a weighted base of {$n_weighted} cannot be
hint-weighted-base-range = n_weighted is the sum of the weights of those who were asked
deff-range = a design effect of {$deff} cannot be
hint-deff-range = deff is n / n_eff: 1 where no weights are used
interval-range = the interval {$low} to {$high} leaves the range 0 to 1
share-sum = the shares of {$what} add up to {$sum}, not to 1
hint-share-sum = a single-answer question needs a record for every answer, refusals included
answers-above-base = {$answers} answers from {$n} respondents
hint-answers-above-base = n is the base, n_option those of the base who gave this answer
share-without-answers = {$answers} answers, and a share of {$share}
hint-share-without-answers = a share is 0 where nobody gave the answer, and only there
answers-of-distribution = the answers to {$what} add up to {$answers}, the base is {$n}
hint-answers-of-distribution = each respondent of a single-answer question gives one answer: count "no answer" as one
share-outside-interval = the share {$share} lies outside of its interval {$low} to {$high}
hint-share-outside-interval = ci holds the lower and the upper bound of the share, 0..1
interval-formula = the interval {$low} to {$high} is not Wilson's on n / deff, {$right_low} to {$right_high}
hint-interval-formula = compute ci from share, n and deff by Wilson's formula (z = 1.96); bounds may differ by 0.002
interval-formulas = { $rows ->
    [one] one interval is
   *[other] {$rows} intervals are
} not Wilson's on n / deff, such as {$low} to {$high}{ $kind ->
    [wilson-simple] : they leave out the design effect
    [wald] : they are those of the normal approximation (Wald)
    [wald-simple] : they are those of the normal approximation (Wald) without the design effect
    [deft] : `deff` holds the root of the design effect (deft)
    [level-90] : they are 90 % intervals
    [level-99] : they are 99 % intervals
   *[other] {""}
}
column-unit = { $number ->
    [one] the column `{$columns}` stands
   *[other] the columns `{$columns}` stand
} in { $unit ->
    [per-cent] per cent
   *[per-mille] per mille
}, such as {$value}, in { $rows ->
    [one] one row
   *[other] {$rows} rows
}
hint-column-unit = write shares of 1: {$right}
column-decimals = { $number ->
    [one] the column `{$columns}` has
   *[other] the columns `{$columns}` have
} { $decimals ->
    [one] one decimal
   *[other] {$decimals} decimals
}: too few for shares, intervals and indices to agree
hint-column-decimals = do not round what you export, or leave at least four decimals
scale-roles = the scale `{$question}` has { $roles ->
    [0] no roles
   *[other] answers without a role
} ({$codes}): its charts leave them out, and nothing is added up of them
hint-scale-roles = give each answer its `role`: positive, neutral, negative, dont-know or refused; or make the question `single`
labels-shared = two answers of `{$question}` are worded alike, «{$label}»: {$one} and {$two}
hint-labels-shared = word them differently, or join them in the tabulation
short-missing = the wording of `{$question}` has {$letters} characters and no `short` beside it
hint-short-missing = give a `short` of a few words: headings, sentences and charts print it
example-files = { $number ->
    [one] `{$files}` still holds the example of `esep new`
   *[other] `{$files}` still hold the example of `esep new`
}, and the documents would print it
hint-table-unnamed = the table `{$path}` is there, but no file of results names it: add one with `records_file`
weights-mixed = { $rows ->
    [one] the weighted base of one row is
   *[other] the weighted bases of {$rows} rows are
} in another unit than the other rows: {$times} times as much for each respondent
hint-weights-mixed = give all `n_weighted` in one unit: the sum of the same weights
weights-unit = the weighted base of {$what} is {$n_weighted} for {$n} respondents, {$times} for each: neither about one nor what grosses up to the population
hint-weights-unit = give `n_weighted` as the sum of weights with a mean of one, or give `population_size` in sample.json where they gross up to it
breakdown-base = the groups of `{$breakdown}` for {$what} have {$sum} respondents, the total {$total}{ $others ->
    [0] {""}
    [one] ; so with one more question or item
   *[other] ; so with {$others} more questions and items
}{ $groups ->
    [0] {""}
   *[other] ; nobody is counted in {$empty}
}
base-inside = the answers to {$what} have different `{$field}`: {$one} and {$other}
hint-base-inside = n and deff belong to the group and are the same for each of its answers
hint-breakdown-base = add the group that is missing, or correct the bases; where some did not state their group, set `not_stated` of the breakdown in codebook.json
weighted-base-inside = the answers to {$what} have different weighted bases, {$one} and {$other}
weighted-base-groups = the weighted bases of `{$breakdown}` for {$what} add up to {$sum}, the total's is {$total}
hint-weighted-base = n_weighted is the weighted base of the group, the same for each of its answers
hint-weighted-base-groups = the weighted bases of the groups add up to the total's: compute both with the same weights
weighted-share-groups = the share of `{$option}` in {$what} is {$share}, but the mean of the groups of `{$breakdown}` is {$mean}
hint-weighted-share = total and groups must come from one weighted table
design-effect = the design effect of {$what} is {$deff}, below 1{ $others ->
    [0] {""}
   *[other] , as are {$others} more
}
hint-design-effect = Kish's design effect is 1 or more; where stratification gains precision, say so in `deff_below_one` of sample.json
quotas-planned = the quota cells plan {$sum} interviews, the sample {$planned}
quotas-completed = the quota cells count {$sum} completed interviews, the fieldwork {$fieldwork}
quotas-territory = in `{$territory}` the quota cells count {$sum} completed interviews, the fieldwork {$fieldwork}
outcomes-complete = the outcomes of contacts count {$complete} complete interviews, the fieldwork {$fieldwork} by {$date}
hint-quota-total = sample.json and fieldwork.json count the same interviews: correct the one that is stale
hint-quotas-planned = the `planned` of the cells add up to the `planned` of the sample
fieldwork-total = {$tabulated} interviews are tabulated, but the fieldwork counts {$completed} by {$end}
fieldwork-territory = in `{$territory}` {$tabulated} interviews are tabulated, but the fieldwork counts {$completed} by {$end}
hint-fieldwork-total = correct fieldwork.json, the records, or the last day of `collected`
index-formula = the index `{$index}` is {$value}, but its components give {$sum}
hint-index-formula = compute the index anew from the records of the same stage and group, or correct `method` and weights
risk-formula = the score is {$score}, but its components give {$sum}
hint-risk-formula = the score is the sum of the components by their weights
component-weights = the weights of the components add up to {$sum}, not to 1
hint-component-weights = divide each weight by their sum
weights-per-cent = the weights stand in per cent, such as {$weight}{ $others ->
    [0] {""}
    [one] ; so in one more list
   *[other] ; so in {$others} more lists
}
hint-weights-per-cent = divide each weight by 100: {$right} in the place of {$weight}
views-fall = the running total of views falls from {$before} to {$after}
hint-views-fall = views are running totals, not the views of a day
views-early = views are counted on {$counted}, before the publication on {$published}
hint-views-early = correct the date of the count or of the publication
score-outside-interval = the value {$value} lies outside of its interval {$low} to {$high}
hint-score-outside-interval = the figure and its ci are on the same scale

## Honesty

margin-claim = the text claims a margin of error for a quota sample
hint-margin-claim = say that it is calculated on the assumption of random selection, or leave it out
small-bases = small bases{ $hidden_groups ->
    [0] {""}
   *[other] ; not shown (under {$reported_base}): {$hidden}
}{ $starred_groups ->
    [0] {""}
   *[other] ; not ranked ({$reported_base}–{$last_starred}): {$starred}
}{ $thin_groups ->
    [0] {""}
   *[other] ; shown with the interval ({$ranked_base}–{$last_thin}): {$thin}
}
hint-small-bases = nothing to do; join groups in the analysis if they have to be shown
finding-base = the finding `{$id}` rests on {$n} respondents
hint-finding-base = rest findings on bases of {$ranked_base} and more, or word it as an observation with other evidence
qualitative-percent = a percentage of experts or focus groups: «{$found}»
hint-qualitative-percent = give counts: a handful of people is no share of anything
typed-figure = a figure is typed into the words: «{$found}»
hint-typed-figure = leave it out and let `measure` bring the figure from the data
claim-not-majority = «{$word}» says more than half, and the interval of the figure is {$low}–{$high} %
claim-not-minority = «{$word}» says less than half, and the interval of the figure is {$low}–{$high} %
claim-not-fraction = «{$word}» names another share than the figure, whose interval is {$low}–{$high} %
hint-claim-share = word it as the interval allows, e.g. “about half”, or leave it to the figure, which is printed beside the words
claim-not-first = «{$word}» puts it before all others, and the intervals overlap
claim-not-apart = «{$word}» compares, and no difference of the figure from another is proven
hint-claim-order = word it as one of several, or rest the text on a figure whose interval is apart from the others
claim-not-changed = «{$word}» says that it changed so, and the figures of the two stages do not show it
claim-not-same = «{$word}» says that things are the same, and figures cannot show that
hint-claim-change = say what is shown, e.g. “the change is within the interval”, or leave it to the figure
claim-without-figure = «{$word}» claims something of the data, and the text rests on no figure
hint-claim-without-figure = word it without the claim; in a finding name the `measure`, in a recommendation or verdict `evidence` with a figure
preliminary-in-final = `{$deliverable}` ({$cutoff}) would be made from preliminary results: `{$file}` of {$date}
hint-preliminary-in-final = add the file of final results, dated not later than the cut-off
finding-orphan = no recommendation names the finding `{$id}`
hint-finding-orphan = name the finding in the `evidence` of a recommendation, or add one
recommendation-orphan = the recommendation `{$id}` names no finding
hint-recommendation-orphan = put the id of a finding into its `evidence`

## Privacy

personal-data = { $kind ->
    [phone] the text holds a telephone number: {$found}
    [iin] the text holds twelve digits like an IIN: {$found}
    [email] the text holds an e-mail address: {$found}
   *[other] the text holds personal data: {$found}
}
hint-personal-data = remove it: respondents, experts and applicants were promised anonymity
personal-name = «{$found}» looks like a person's name
hint-personal-name = describe the person without the name; names of streets can be listed in checks/patterns.toml
small-cells = { $cells ->
    [one] one cell of under { $minimum_cell ->
        [5] five
       *[other] {$minimum_cell}
    } respondents is withheld in the public edition
   *[other] {$cells} cells of under { $minimum_cell ->
        [5] five
       *[other] {$minimum_cell}
    } respondents are withheld in the public edition
}
hint-small-cells = nothing to do; the customer's edition shows them

## The grant's terms

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
term-missed = the term «{ term-word }» (`{$term}`) is missed: {$achieved} of {$threshold} by {$cutoff}
term-missed-kinds = the term «{ term-word }» (`{$term}`) is missed: {$achieved} of {$threshold} by {$cutoff}, but not every kind that it names is among them
hint-term-missed = add what was done, or the customer's waiver with its document to `grant.waivers` in study.json; to build what is due already, name it with --deliverable
hint-term-without-file = `{$path}` is not there: put it back, or add the customer's waiver with its document to `grant.waivers` in study.json
waiver-idle = the term «{ term-word }» (`{$term}`) is met and needs no waiver
waiver-late = the waiver of «{ term-word }» (`{$term}`) is dated {$date}, after the final report's cut-off {$cutoff}
hint-waiver-idle = remove the waiver
hint-waiver-late = correct the date of the document, or the report's cut-off date

## Patterns that the rules look for

pattern-broken = `{$pattern}` is no regular expression: {$detail}
hint-patterns = compare it with templates/checks/patterns.toml of the program
