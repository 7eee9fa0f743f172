# Words of the command line.

error = error
warning = warning
note = note
help = help
location = {$position} at {$pointer}
location-page = {$position} at page {$page}
location-part = {$position} at {$part}
code-unknown = there is no code `{$code}`
hint-code-unknown = `esep explain` lists all codes
schema-unknown = there is no schema `{$name}`
hint-schema-unknown = `esep schema` lists the names
why = Why
what-to-do = What to do
more-of-the-kind = … and {$n} more of {$code} in {$file}
counted = { $errors ->
    [0] no errors
    [one] 1 error
   *[other] {$errors} errors
}, { $warnings ->
    [0] no warnings
    [one] 1 warning
   *[other] {$warnings} warnings
}, { $notes ->
    [0] no notes
    [one] 1 note
   *[other] {$notes} notes
}
nothing-written = { $n ->
    [one] 1 fault found; nothing was written
   *[other] {$n} faults found; nothing was written
}
files-written = { $n ->
    [one] 1 file in {$folder}
   *[other] {$n} files in {$folder}
}
table-file = file
table-pages = pages
table-numbers = numbers proven
table-size = size
table-time = time
study-built = built
study-unchanged = unchanged
study-faulty = FAULTY
study-line = {$state}, doubts: {$doubts}
study-missed = ; terms missed: {$terms}
programme-closing = {$all} studies in {$folder}: {$built} built, {$unchanged} unchanged, {$faulty} faulty
table-kept = kept
files-kept = { $n ->
    [one] 1 of them was made of the same before and is kept; `--force` builds it anew
   *[other] {$n} of them were made of the same before and are kept; `--force` builds them anew
}
doubts-earlier = { $n ->
    [one] 1 doubt, as at the last build: `esep check` tells it
   *[other] {$n} doubts, as at the last build: `esep check` tells them
}
terms-of-grant = Terms of the grant
demanded = demanded
term-cases = problem cases by category
term-coverage = views of publications
term-respondents = respondents
term-sociologist = sociologists
term-experts = experts, all four kinds
term-focus-groups = { $focus_group_size ->
    [7] focus groups of seven
   *[other] focus groups of {$focus_group_size}
}
term-instruments = instruments agreed
term-territories = territories by protest risk
term-indices = directions with an index
term-reports = reports handed over
term-presentation = presentation held
state-met = met
state-not-started = not begun
state-pending = not yet
state-waived = waived
state-missed = missed
study-made = the study was made in {$folder}
next-steps = next: read README.md there, fill the files in, then `esep check {$folder}` and `esep build {$folder}`
next-steps-minimal = next: fill the four files in, then `esep check {$folder}` and `esep build {$folder}`; `esep new` without --minimal shows all files that there may be
folder-not-empty = `{$folder}` is there already and is not empty
hint-folder-not-empty = name a new folder
reference-title = The files of a study
reference-field = field
reference-holds = holds
reference-form = form
reference-required = required
reference-yes = yes
reference-no = no
gallery-left-out = without room on a slide:
gallery-made = { $n ->
    [one] {$n} file in {$folder}
   *[other] {$n} files in {$folder}
}
words-unknown = {$deliverable} has no sentences in the language `{$language}`
hint-words-unknown = deliverables with sentences: {$names}; what several share is printed with each of them
words-context = places where it is said: {$n}; it prints: {$data} ({$file}:{$line})
words-replaced = the program's: {$text}
