### From answers to records

answers-kind = {$path} is no table of answers that can be read
hint-answers-kind = give a table as .csv, .xlsx, .sav or .zsav
answers-broken = {$path} cannot be read as a table of answers: {$detail}
hint-answers-broken = export the table anew from the program that made it
answers-empty = it has no head
answers-too-large = it claims to hold more values than a survey can have
answers-sheet = the workbook has no sheet “{$sheet}”; it has: {$sheets}
answers-column-twice = two columns are named “{$column}”
hint-answers-column-twice = give each column a name of its own
answers-column-unknown = {$path} has no column “{$column}”
hint-answers-column = write the name as it stands in the head of the table
answers-code =
    { $count ->
        [one] column “{$column}” holds “{$value}” once, in row {$row}, and nothing says what it means
       *[other] column “{$column}” holds “{$value}” {$count} times, first in row {$row}, and nothing says what it means
    }
answers-blank =
    { $count ->
        [one] column “{$column}” is empty once, in row {$row}, and nothing says what that means
       *[other] column “{$column}” is empty {$count} times, first in row {$row}, and nothing says what that means
    }
hint-answers-code = add the code to the codebook, or list it in tabulation.json under missing (an empty cell is ""), recode or asked
answers-code-nothing = the code “{$code}” of the question “{$question}” means an empty cell in a table of records
hint-answers-code-nothing = list it in tabulation.json under missing and take it out of the codebook, or recode it
answers-day = column “{$column}” holds “{$value}” in row {$row}, which is no day as YYYY-MM-DD
answers-nobody = nobody is left in this stage
answers-weight =
    { $count ->
        [one] column “{$column}” holds “{$value}” in row {$row}, which is no weight
       *[other] column “{$column}” holds {$count} values that are no weights, first “{$value}” in row {$row}
    }
hint-answers-weight = a weight is a number of 0 or more; an empty cell leaves the respondent out
answers-no-unit = column “{$column}” is empty in row {$row}: the respondent belongs to no stratum or sampling unit
hint-answers-no-unit = fill the column for every respondent, or leave it out of tabulation.json
stratum-of-one = stratum “{$stratum}” has a single sampling unit, from which no variance follows
hint-stratum-of-one = join the stratum with one like it in a column of its own
answers-no-group =
    { $count ->
        [one] one respondent has no group of “{$breakdown}” (column “{$column}”)
       *[other] {$count} respondents have no group of “{$breakdown}” (column “{$column}”)
    }
hint-answers-no-group = add a group for them to the breakdown: the bases of the groups have to add up to the total (E135)
answers-unasked =
    { $count ->
        [one] column “{$column}” holds the answer of one person who was not asked, in row {$row}; it is left out
       *[other] column “{$column}” holds answers of {$count} people who were not asked, first in row {$row}; they are left out
    }
hint-answers-unasked = check the condition in asked, and the routing of the questionnaire
answers-personal = column “{$column}” holds what looks like personal data ({$kind})
answers-personal-name = the name of column “{$column}” says that it holds personal data
hint-answers-personal = take the column out of the table before it goes into the study folder
spss-truncated = the file ends too early, at byte {$offset}
spss-count = a length of {$count} at byte {$offset} cannot be
spss-record = an unknown record of kind {$kind} at byte {$offset}
spss-no-system-file = it is no SPSS system file
spss-compression = an unknown compression {$kind} at byte {$offset}
spss-no-variables = it has no variables
spss-encoding = the code page “{$name}” is unknown
spss-label-of-nothing = value labels belong to variable {$element}, which is not there
spss-long-text = the parts of the long text “{$name}” do not fit together
spss-case-cut = case {$case} is cut off
spss-cases = it says {$said} cases and has {$found}
spss-blocks = its compressed blocks are damaged
condition-empty = the condition asks for nothing
no-collected = the days of the interviews are not known
hint-no-collected = give the stage collected, or name the column of interview_date
plan-breakdown = the codebook has no breakdown “{$id}”
plan-group = the breakdown “{$breakdown}” has no group “{$code}”
plan-question = the codebook has no question “{$id}”
plan-twice = the question “{$id}” is planned twice
hint-plan-id = write it as in codebook.json
plan-shape = the columns of “{$id}” do not fit its type
hint-plan-shape = one answer: column, or items with a column each; several answers: column with separator, items or options with selected
plan-code = the question “{$id}” has no code “{$code}”
plan-without = the code “{$code}” of “{$id}” has no column
plan-selected = nothing says which code means “chosen” in the columns of “{$id}”
plan-separator = nothing says what stands between the answers of “{$id}”
index-not-tabulated = the index “{$id}” needs a question that is not tabulated, or has no scale
answers-not-named = tabulation.json does not name the table of answers
hint-answers-not-named = put the table into the study's folder and write its name: "file": "answers.xlsx"
hint-answers-not-there = copy the table of answers into the study's folder, or correct `file`
draft-answers-elsewhere = now copy {$file} into the study's folder: there `esep tabulate` looks for it
draft-answers-unnamed = a form has no answers: put their table into the study's folder and write its name into `tabulation.json`, `file`
no-stage = tabulation.json names no such stage
hint-no-stage = write, for instance, "stages": [{"{"}"stage": "final", "date": "2026-09-01", "collected": {"{"}"start": "2026-08-01", "end": "2026-08-20"{"}"}{"}"}]; `interview_date` names a column with the days in the place of `collected`
and-other-columns = {$message}; the same in { $others ->
    [one] one more column
   *[other] {$others} more columns
} of the question
hint-no-tabulation = write it by `esep schema tabulation`, or draft it: esep tabulate STUDY --draft-codebook FILE
draft-beside-workbook = the study stands in {$workbook}, and a draft of a codebook is JSON files
hint-draft-beside-workbook = draft in a new folder (`esep new --minimal`), then make a workbook of it: `esep convert … --to workbook`
workbook-without-stage = the workbook has no stage `{$stage}`
workbook-without-table = the records of the stage `{$stage}` stand in the workbook itself
hint-workbook-without-stage = give the stage `{$stage}` a table of records (CSV) on the sheet of stages, such as {$stage}.csv: `esep tabulate` fills it
workbook-scores = values of `{$file}` change, and they stand in the workbook
hint-workbook-scores = `esep convert … --to json`, then `esep tabulate` in the new folder and `esep convert … --to workbook`
draft-in-the-way = {$path} is there already
hint-draft-in-the-way = choose another folder for the draft
draft-nothing = {$path} gives no closed question
hint-draft-nothing = give an SPSS file with value labels, an XLSForm with the sheets survey and choices, or a table of coded answers
draft-block = Results of the survey
draft-unconfirmed = type, roles and missing codes of “{$id}” are a draft's proposal, not yet confirmed
hint-draft-unconfirmed = look at the question in codebook.json, then take proposed out
draft-breakdown = the breakdown “{$id}” is a draft's proposal, not yet confirmed
hint-draft-breakdown = look at its groups in codebook.json, then take proposed out; if it is a question, move it to questions
tabulated-cases = {$stage}: {$cases} of {$rows} respondents
tabulated-left-out = left out: {$other} of another stage, {$unweighted} without a weight
tabulated-weights = weights: sum {$sum}, from {$least} to {$greatest}, design effect {$deff}
tabulated-kish = design effects: Kish, from the weights
tabulated-linearised = design effects: linearised (Taylor), {$strata} strata, {$clusters} sampling units
tabulated-base = {$question}: base {$base}, missing {$missing}
tabulated-written = {$records} records; written: {$files}
draft-made =
    { $questions ->
        [one] a codebook of one question was drafted in {$folder}: confirm what it proposes, and write the missing languages
       *[other] a codebook of {$questions} questions was drafted in {$folder}: confirm what it proposes, and write the missing languages
    }
draft-left-out = no question was made of: {$columns}
