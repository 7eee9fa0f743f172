### Help of the command line: commands, arguments, options, manual pages, faults of usage.

## Commands and their arguments: help-<command>, help-<command>-<argument>; help-any-<argument> is what several
## commands have in common.

help-esep = Turns a social study's analysed results into its reports and slides
help-new = Make a new study folder: a small worked example of every file, with schemas and a guide; or a workbook
help-new-folder = Folder to make; it must not exist yet, or be empty
help-new-workbook = As a workbook for Excel, study.xlsx, in place of JSON files
help-check = Check a study: every fault and every doubt at once, and the terms of the grant
help-check-deliverable = Only these deliverables are due (may be repeated or separated by commas)
help-check-edition = Edition to make [default: the study's]
help-check-data-only = Only the data: the documents are not tried out
help-check-deny-warnings = End with 1 where there are warnings, too
help-build = Build the deliverables of a study
help-build-out = Output folder [default: out/<name of the study folder>]
help-build-deliverable = Only these deliverables (may be repeated or separated by commas)
help-build-format = Only these formats; speaker: slides with what is said beside them; xlsx, zip: the statistical base
help-build-edition = For the customer, or for the public: without small cells and what is restricted [default: the study's]
help-build-theme = How the reports look: gost, modern, or another folder of templates/theme [default: the study's]
help-build-slides = Shape of the slides
help-build-soft-hyphens = Write soft hyphens into the DOCX, for programs that cannot hyphenate Kazakh
help-build-embed-fonts = Put the theme's fonts into the DOCX, for computers that lack them
help-build-charts = How the DOCX shows charts: as Word's own, whose data can be edited, where Word has such a chart; or all as pictures
help-build-plain = Write the numbers of the DOCX as plain text; else each number that comes from data stands in a locked content control, by which `esep review` finds it again
help-build-reference-docx = A DOCX of the customer's, whose styles, theme, page, header and footer the DOCX take over
help-build-reference-pptx = A deck of the customer's, whose slide size, master, layouts and theme the PPTX take over
help-build-quiet = Print nothing but faults
help-convert = Write a study as JSON files or as a workbook for Excel; nothing of it is lost
help-convert-to = What to make of it: JSON files with schemas for editors, or a workbook for Excel
help-convert-out = Folder to make; it must not exist yet, or be empty [default: beside the study, with an ending]
help-tabulate = Make the results of a study from its table of answers, or draft a codebook
help-tabulate-study = Folder of the study (holds tabulation.json and the answers); with --draft-codebook, the folder to write to
help-tabulate-stage = Only this stage [default: all that tabulation.json names]
help-tabulate-estimates = A CSV table of all estimates, unrounded, with standard errors and design effects
help-tabulate-draft-codebook = Draft codebook.json and tabulation.json from an SPSS file, an XLSForm or a table of answers
help-tabulate-lang = Languages of the study, for a draft
help-review = Tell what a customer did to a DOCX: changed numbers, comments, tracked changes
help-review-returned = The DOCX that came back
help-review-study = Folder or workbook of the study that it was made from
help-review-edition = Edition that was sent [default: the study's]
help-verify = Hold finished files against the proof that they carry: every number bound to its datum, none changed
help-verify-files = Finished files: PDF, DOCX, PPTX, XLSX
help-verify-study = Folder of a study: say whether the files are of its present state
help-trace = Say where a printed number comes from: datum, exact value, record, and where else it is printed
help-trace-file = A finished file: PDF, DOCX, PPTX, XLSX
help-trace-number = The number as it is printed, such as "58,8"
help-trace-page = Page or slide on which it stands
help-trace-also = Another finished file in which the datum is looked for; may be named several times
help-explain = Say why a code is a fault and what to do; without a code, list all codes
help-explain-code = Code of a finding, e.g. E131
help-gallery = Draw every kind of chart with every hard case, as PDF and PNG
help-gallery-out = Folder for the PDF and PNG files
help-guide = Make the manual in Kazakh and Russian, as PDF and DOCX
help-guide-out = Folder for the manual
help-guide-format = Only these formats
help-guide-quiet = Print nothing but faults
help-schema = Print the JSON Schema of a study file, or list the files
help-schema-name = Name of the file, e.g. study; all names are listed when it is left out
help-schema-markdown = Print a reference page in Markdown in place of JSON
help-words = Print the sentences of a deliverable for an editor
help-words-deliverable = Deliverable, e.g. final; or locale for the fixed words of a language, theme for the keys of the look
help-words-lang = Language of the sentences; theme needs none
help-words-study = Folder of a study: its own sentences stand in the place of the program's
help-words-changed = Only sentences that are not the program's, with the program's beside them
help-completions = Print the completions of the command line for a shell
help-completions-shell = The shell
help-man = Write the manual pages in three languages, or print one
help-man-folder = Folder of manual pages, such as share/man; left out, the page of esep is printed
help-licences = Print the licences of the program's parts and fonts
help-licences-list = Only the list of the parts, without the texts
help-help = Print help, for a command or for all
help-help-command = The command
help-any-study = Folder of the study (holds study.json or study.xlsx), or its workbook
help-any-lang = Only these languages
help-any-templates = Folder whose files stand in the place of the program's own templates, theme and locales
help-any-format = For people, or for programs
help-any-ui-lang = Language of the program's messages [default: ESEP_LANG, else the system's]
help-any-color = Colours in what is printed; auto: where it goes to a terminal
help-any-help = Print help
help-any-version = Print the version

## Words of the help

help-usage = Usage
help-commands = Commands
help-arguments = Arguments
help-options = Options
help-default = [default: {$value}]
help-values = [values: {$values}]
help-options-placeholder = [OPTIONS]
help-examples = Examples
help-exit-codes = Exit codes
help-exit-0 = done
help-exit-1 = faults in the study or the templates
help-exit-2 = faults of usage, or output that cannot be written
help-variables = Environment variables
help-variable-esep-lang = language of the program's messages: kk, ru, en; --ui-lang goes before it
help-variable-lang = language of the system (LC_ALL, LC_MESSAGES and LANG; on Windows the language of the display)
help-variable-no-color = no colours, whatever its value
help-variable-ci = a line for each document in place of a line that changes
help-name = Name
help-synopsis = Synopsis
help-description = Description
help-version-heading = Version
help-manual = esep's manual
help-value-code = CODE
help-value-command = COMMAND
help-value-deliverable = DELIVERABLE
help-value-edition = EDITION
help-value-file = FILE
help-value-folder = FOLDER
help-value-form = FORM
help-value-format = FORMAT
help-value-kind = KIND
help-value-language = LANGUAGE
help-value-name = NAME
help-value-number = NUMBER
help-value-page = PAGE
help-value-shape = SHAPE
help-value-shell = SHELL
help-value-stage = STAGE
help-value-study = STUDY
help-value-theme = THEME
help-value-when = WHEN
man-written = { $n ->
    [one] {$n} manual page in {$folder}
   *[other] {$n} manual pages in {$folder}
}

## Faults of usage

usage-command-missing = a command is missing
usage-command-unknown = there is no command `{$given}`
usage-argument-unknown = nothing takes the argument `{$given}` here
usage-argument-missing = missing: {$arguments}
usage-argument-twice = `{$argument}` is given twice
usage-arguments-exclude = `{$argument}` and `{$other}` exclude each other
usage-value-missing = `{$argument}` has no value
usage-value-unknown = `{$argument}` has no value `{$given}`
usage-value-refused = `{$given}` is no number for `{$argument}`
usage-value-surplus = `{$argument}` takes no value, and `{$given}` is given
usage-not-text = an argument holds characters that are no text
usage-refused = the command line cannot be read
hint-usage-meant = perhaps `{$meant}`
hint-usage-values = values: {$values}
hint-usage-help = `{$command} --help` tells the rest
