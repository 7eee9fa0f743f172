### What each code means, why it is a fault or a doubt, and what to do. `esep explain CODE` prints them.

## Files

E101 = a file or folder that is needed is not there
    .why = A study needs at least `study.json`, `codebook.json` and `sample.json`, and every table that a results file names in `records_file`; a deliverable needs its templates, theme and locale files. Without them there is nothing to print.
    .fix = Check the path and the spelling of the name. Put the file into the study folder (`esep new FOLDER` makes a whole example to copy from), or into the folder given with `--templates`.
E102 = a file is there but cannot be read
    .why = The system refuses it: you may not open it, a folder stands in its place, or a drive is gone. A report made without its content would be incomplete.
    .fix = The message ends with the reason. Give yourself the right to read the file, or copy it into the study folder anew.
E103 = a path leads out of the study folder
    .why = A study is whole in its folder, so that the same folder gives the same reports on any computer. A link or a `..` that leads elsewhere would break this.
    .fix = Copy the file into the folder. `records_file` holds the plain name of a table that lies beside its results file, e.g. `final.csv`.
E104 = a text file is not in UTF-8
    .why = In another encoding, such as Windows-1251, Kazakh letters are lost or turn into other characters.
    .fix = Save the file anew in UTF-8. In Excel choose “CSV UTF-8”, in SPSS `/ENCODING='UTF8'`, in R `fileEncoding = "UTF-8"`.
W105 = a file in the study or templates folder that nothing reads
    .why = Most often its name is misspelt, and what it holds would be missing from the reports without a word. JSON and CSV files at the top of the folder and CSV tables in `results/` are looked at, and all templates of a folder given with `--templates`: those of an older version may have no place in a newer one.
    .fix = Give the file the name that the hint proposes. Name a table of records in `records_file` of a file in `results/`. Keep other files outside of the study folder.
N106 = something of a workbook that is read, though not in plain sight
    .why = Hidden and filtered rows are rows of the study like all others, a merged cell stands for each of its rows, and what stands above the heads is left aside. In Excel one sees something else.
    .fix = Show all rows and delete those that do not belong to the study; unmerge cells; let the heads stand in the first row.
W107 = a sheet, row or column of a workbook that nothing reads
    .why = Most often its name is misspelt or was changed, and what it holds would be missing from the reports without a word.
    .fix = Give it the name that the hint proposes, or move it to another workbook.
N108 = a study of an older version of the contract
    .why = The contract is what `esep schema` describes: which files a study has and what their fields mean. A new version adds to it and takes nothing away, so that an older study builds as before; it lacks only what is new.
    .fix = Nothing has to be done. `esep convert` writes the study anew in the newest version; or set `schema_version` in `study.json` to the number in the message. A study without the field is of version 1.
E110 = a file is not well-formed JSON
    .why = One misplaced comma, bracket or quotation mark makes the whole file unreadable (RFC 8259).
    .fix = Look at the line that is named and at the one above it: most often a comma is missing, or stands before a closing bracket, or a quotation mark inside a text ends it too early. Write «…» inside texts.
E111 = a field that is not known here
    .why = Were it let through, a misspelt field would be ignored and its value would be missing from the report.
    .fix = Correct the name as the hint proposes, or remove the field. `esep schema codebook` lists the fields of `codebook.json`, and so for each file.
E112 = a value of the wrong type, form or range
    .why = The program does not guess what was meant: `"12"` in quotes is a text and no number, `15.09.2026` is not the form of a date, and a word outside of a closed list means nothing to the report.
    .fix = Write dates as `2026-09-15`, numbers without quotes and units, and of a closed list one of the values that the message names. `esep schema` says what a field holds.
E113 = a field that is required is missing
    .why = The report prints this value or computes with it; without it a sentence, a table or a chart would have a gap.
    .fix = Add the field at the place that is named. `esep schema --markdown` lists the fields of all files and says which are required.
E114 = the same key twice in one object
    .why = JSON does not say which of two values counts (RFC 8259, section 4): one of them would be lost without a word.
    .fix = Keep one of the two. A text, for example, has one `"ru"`.
E115 = a CSV table of records that cannot be read
    .why = The columns are found by their names in the first line. Where one is missing, unknown or doubled, the numbers below it have no meaning.
    .fix = Name the columns `question`, `item`, `option`, `by`, `group`, `n`, `n_option`, `n_weighted`, `deff`, `share`, `ci_low`, `ci_high`; `item`, `by` and `group` may be left out where all their cells are empty. Separate them by semicolon, tab or comma; decimals may have a point or a comma.
E116 = a file of boundaries that cannot be read
    .why = A territory without its boundary would be missing on the map, and nobody would see that it is missing.
    .fix = Export the boundaries as GeoJSON (RFC 7946): a FeatureCollection with one Feature for each territory, its `id` (or the property `id`) the territory's id, its geometry a Polygon or MultiPolygon of longitudes and latitudes.

## Structure

E117 = a workbook without a sheet or column that it needs, or with one of them twice
    .why = Sheets and columns are found by their names. Where one is missing or doubled, the cells below it have no meaning. What rules would say of the gap is kept back until it is closed.
    .fix = Give sheets and heads their names back; `esep new --workbook` makes a workbook with all of them.
E118 = a cell of a workbook from which no value can be read
    .why = The cell holds an error, a formula without a result, a date that Excel made of a code, or the key of something that is not there. Guessing would put a wrong figure into the reports.
    .fix = Mend the cell that is named; the hint says how.
E119 = a study of a newer version of the contract
    .why = A newer version of the contract may have fields that this program does not understand. A report that leaves them out in silence would be another report than the one that was meant.
    .fix = Install the newest esep: `esep --version` says which one you have. `schema_version` in `study.json` is written by the program that made the study; do not lower it by hand, unless nothing in the study is newer.
E120 = an id or code that nothing has
    .why = Records, cases, findings, recommendations and charts refer to questions, answers, groups, territories and bodies by id or code. Where nothing has it, a label, a row of a table or a proof would be missing.
    .fix = Correct the id; the hint proposes the nearest one. Or add what is missing, e.g. the answer's code to `options` of the question in `codebook.json`.
E121 = the same id given to two things
    .why = `evidence` refers to questions, indices, territories, experts and cases by their id alone, so an id names one thing in the whole study, over all files. Given twice, it would prove a recommendation by the wrong thing.
    .fix = Give one of the two another id, and change it wherever it is referred to. Beginnings that tell the kind help: `q-trust`, `t-zhanashar`, `case-01`.
E122 = a text lacks one of the study's languages
    .why = The Kazakh and the Russian documents are made from the same texts. Every text and name is needed in each language that `languages` of `study.json` lists, or one of the documents would have a gap.
    .fix = Write the missing language beside the others: `{"{"}"kk": "…", "ru": "…"{"}"}`.
E123 = a character that cannot be printed
    .why = XML 1.0 (section 2.2), of which a DOCX is made, has no place for control characters, and Word would refuse the file; private-use characters mean nothing outside of the font that they came from. Both come in with text copied from PDF files.
    .fix = Delete the character at the place that is named and type the word anew.
E124 = two dates in an impossible order
    .why = An end cannot come before its beginning, results cannot be ready before the last interview, counts of views go forwards. Whatever is dated is taken into a document by its cut-off date, so a wrong date changes the document.
    .fix = Exchange the two dates, or correct the wrong one.
E125 = two entries for the same thing
    .why = Of two records for one question item, answer and group, two counts of one day and territory, two files of results of one stage and day, or one code given twice in a list, only one can be right, and the program does not choose.
    .fix = Remove one of the two. If both are right, they differ in something that they do not yet say: the item, the group, the territory, the date.
W126 = a date outside of the contract's period
    .why = The study is carried out under the contract. A date before its signing or beginning, whichever is earlier, or after its end is most often a slip in the year or month. Every field that holds a date is looked at.
    .fix = Correct the date, or `date`, `start` and `end` of `contract` in `study.json`. A date that is right may stand: a warning does not stop the build.
W127 = Latin and Cyrillic letters in one word
    .why = A Latin `a`, `i` or `h` inside a Cyrillic word looks right, but the word is not found by a search, is sorted wrongly and is read out wrongly to a blind reader.
    .fix = Type the letters that the message names anew with the Kazakh or Russian keyboard. Set the ending of a Latin word apart by a hyphen: `CAPI-де`.
E128 = a text with other figures in another language
    .why = The Kazakh and the Russian report are one report. A figure, a date or a number of a document that stands in one of them only, or differs, makes both of them doubtful.
    .fix = Compare the two texts and correct the one that is wrong. Write a figure in digits in both or in words in both.
E129 = thresholds of a study in an impossible order
    .why = A value is shown from `reported_base` on, ranked from `ranked_base` on and needs no mark from `plain_base` on; what is not shown cannot be ranked. Where `thresholds` in `study.json` leaves one out, the program's own holds: {$reported_base}, {$ranked_base} and {$plain_base}.
    .fix = Give the bases in ascending order; name all three where one of them passes the program's own.

## Arithmetic

E130 = a figure that cannot be
    .why = A share and the bounds of its interval lie between 0 and 1, a weighted base and a design effect are above zero where anyone was asked. Other values come from shifted columns or from another unit.
    .fix = Give `share` and `ci` as 0.634 and not as 63.4, `n_weighted` as the sum of the weights, and `deff` as n / n_eff, which is 1 where no weights are used.
E131 = the shares of a single-answer question do not add up to one
    .why = To a single-answer question or a scale each respondent gives one answer, so the shares in each item and group add up to 1; 0.005 either way is allowed for rounding. A gap means that an answer is missing from the chart.
    .fix = Give a record for every answer, also for “hard to answer”, for refusals and for what nobody answered (`share` 0). If several answers were allowed, the question's `type` in `codebook.json` is `multiple`.
E132 = answers and respondents do not agree
    .why = `n_option` counts people out of `n` and cannot exceed it. Over all answers of a single-answer question or scale it adds up to `n` exactly, a share is 0 where `n_option` is 0, and it may be rounded to 0 only where at most 0.5 % of the base gave the answer.
    .fix = Give unweighted counts in `n` and `n_option`; weighted ones belong in `n_weighted`. Count those who did not answer as an answer of its own, and round shares to no fewer than three decimals.
E133 = a share outside of its own interval
    .why = An interval holds the share it belongs to, and its lower bound is not above the upper one; 0.0001 is allowed for rounding. Otherwise the report would print an estimate that its own interval excludes.
    .fix = Check that `ci` holds the lower and the upper bound, from 0 to 1, and belongs to this record: rows or columns may have been shifted.
E134 = an interval that does not follow from share, base and design effect
    .why = The reports say that intervals are {$confidence_level} % intervals by Wilson's formula (Wilson 1927) with n / deff in the place of n (Korn and Graubard 1998). A bound may differ from it by {$interval_bound} at most, by less where the columns have more decimals. Another formula or a forgotten design effect shows a precision that the survey does not have.
    .fix = Compute `ci` from `share`, `n` and `deff` of the same record with z = {$z}. To test your formula: share 0.634, n 2500 and deff 1.5 give 0.611 to 0.657.
E135 = the bases of a breakdown do not add up to the total's
    .why = Every respondent belongs to one group of a breakdown, so the unweighted bases `n` of its groups add up to the total's exactly. A difference means that a group is missing, that someone is counted twice, or that total and groups come from different tables.
    .fix = Add the records of the missing group, e.g. “not stated”, and the group itself to `groups` in `codebook.json`; or correct the bases.
E136 = weighted bases or shares of groups and total contradict each other
    .why = All answers to one question item in one group have the same `n_weighted`; the groups of a breakdown add up to the total's (half an interview or 0.1 % of the base is allowed, whichever is more); and the total's share is the mean of the groups' shares by `n_weighted`, to within {$weighted_share}. Otherwise total and groups were weighted differently.
    .fix = Compute total and groups from one weighted data set. `n_weighted` is the sum of the weights of all who were asked, not of those who gave the answer.
E137 = a design effect below one without an explanation
    .why = The design effect of weighting, 1 + cv² of the weights (Kish 1965), is never below 1; 0.005 is allowed for rounding. A smaller one makes the intervals narrower than those of a simple random sample.
    .fix = Check that `deff` is n / n_eff and not n_eff / n. Where stratification does gain precision, say so in `deff_below_one` of `sample.json`.
E138 = quotas, sample and fieldwork do not agree
    .why = They count the same interviews and agree exactly: the plans of the quota cells with `planned`; the completed ones with `fieldwork.json`, in all and by territory; `complete` of `outcomes` with the fieldwork up to its date. Otherwise one report would give two numbers for one thing.
    .fix = Find the number that is stale and correct it: `planned`, `quotas` or `outcomes` in `sample.json`, or `days` in `fieldwork.json`.
E139 = fieldwork by day and tabulated interviews do not agree
    .why = Final results tabulate every interview completed by the last day of `collected`, so their largest base equals the sum of the fieldwork exactly, in all and by territory. Preliminary results may hold fewer interviews, never more.
    .fix = Correct `days` in `fieldwork.json`, the last day of `collected`, or the records. An interview that quality control rejected is counted in neither.
E140 = an index value that does not follow from its components
    .why = Where an index names its `method`, each value is computed anew from the records of the same stage and group and may differ by 0.05 points at most. An index that cannot be computed again from published figures cannot be defended.
    .fix = Compute the value anew, or correct `method`, the weights in `components`, or the `role` of the answers in `codebook.json`. `mean-score` leaves out “hard to answer” and refusals; `top-box` and `net-balance` do not.
E141 = a risk score that does not follow from its components
    .why = A territory's score is the sum of its components by their weights, and may differ from it by 0.05 points at most where all components are given. The tiers and ranks of the territories rest on it.
    .fix = Compute `score` in `risk.json` anew, e.g. 0.4 × 46.2 + 0.6 × 30.0 = 36.48, or correct the weights or the values in `components`.
E142 = component weights that do not add up to one
    .why = Only weights that add up to 1, to within {$component_weights}, keep an index or risk score on its scale from 0 to 100.
    .fix = Divide each `weight` by the sum of all: 2, 1 and 1 become 0.5, 0.25 and 0.25.
E143 = views that cannot be a running total
    .why = `total` counts all views since the publication: it does not fall, and none is counted before the publication's `date`. The grant's term of {$coverage} views is computed from these totals.
    .fix = Give all views up to the day and not those of one day: 300, then 450, and not 300, then 150. Or correct the dates.
E144 = a score outside of its own interval
    .why = An index value or a risk score lies within its own interval; rounding may put it 0.05 points outside. Tiers and ranges of ranks are found from the interval and would contradict the value that stands beside them.
    .fix = Check that the value and `ci` are on one scale, in points, and belong to the same group and stage.
E145 = a column of the records in another unit, or of too few decimals
    .why = Shares and intervals are shares of 1, `n_weighted` is a sum of one set of weights. In per cent, in thousands, or rounded to two decimals nothing adds up any more: sums, intervals, means over groups and indices would each be called wrong. So the column is named once, and its consequences are not.
    .fix = Correct the column where it is made: divide per cent by 100, give all weighted bases in one unit, export at least four decimals.
W146 = a scale whose answers have no roles, or some of them none
    .why = Positive and negative answers of a scale are added up by their roles; colours, order and comparison of stages follow them. A chart of a scale leaves out an answer without a role.
    .fix = Give every answer of the scale its `role` in `codebook.json`. A question whose answers have no order is of the type `single`.
W147 = two answers of a question that are worded alike
    .why = Codes tell answers apart in the data; in a table or a sentence a reader sees the same words twice and cannot.
    .fix = Word the answers differently in `codebook.json`, or join the two codes in the tabulation.
W148 = a long question without a short name
    .why = Headings, sentences, charts and slides call a question by `short`; where there is none they print its whole wording, which breaks lines and fills slides.
    .fix = Give the question a `short` of a few words in each language.
W149 = a file that still holds the example of `esep new`
    .why = The codebook is the study's own, so the study is; what is left of the example, cases and experts among it, would stand in its documents as if it were true.
    .fix = Fill the file in with your own study, or delete it.

## Honesty

W150 = a margin of error claimed for a sample that does not allow it
    .why = A margin of error can be claimed for a probability sample only; for a quota sample it rests on the assumption of random selection and has to be called so (AAPOR, Guidance on Reporting Precision for Nonprobability Samples, 2016). Texts of `study.json`, `sample.json` and `recommendations.json` are looked at.
    .fix = Say in the same text that it is calculated on the assumption of random selection, or leave it out. If selection was random at every stage, `kind` in `sample.json` is `probability`.
N151 = bases too small to be shown or ranked
    .why = What a few people answered is mostly chance. The program prints “—” in the place of a value whose base is under {$reported_base} and does not rank it, marks bases of {$reported_base}–{$last_starred} with an asterisk and does not rank them, and shows bases of {$ranked_base}–{$last_thin} with the interval.
    .fix = Nothing has to be done. If such groups have to be shown, join them in the analysis, e.g. `60-69` and `70+`, and give the joined group in `codebook.json` and in the records.
W152 = a finding that rests on a small base
    .why = Findings go into the executive summary and carry recommendations. The reports rank nothing under {$ranked_base} respondents; a figure on a smaller base, in the latest results, is too uncertain to act on.
    .fix = Choose a figure with a larger base in `measure`, e.g. that of the whole sample by leaving `by` out; or word the finding as an observation and add other evidence: cases, experts, focus groups.
W153 = percentages of experts or focus groups
    .why = Seven experts are no sample: “57 %” of them is four people. The reports give counts and quotes. Texts of `experts.json` and `focus-groups.json` are looked at; quotes stay as they were said.
    .fix = Write the count: “four of seven experts”.
W154 = a figure typed into a finding's or recommendation's words
    .why = A typed figure stays when the data change, and stands beside the computed one with another rounding. Numbers in names, such as «№ 5» or «T-2», are let through.
    .fix = Take it out of `statement` or `action`; `measure` brings the finding's figure from the data. A date for a recommendation goes into `term`.
E155 = a final report made from preliminary results
    .why = A document uses the latest results that are not dated later than its cut-off date. For the final report these are still marked as preliminary, but the customer is owed final figures.
    .fix = Add the final results to `results/`, with `"stage": "final"` and a `date` not later than the cut-off date. To build a report that is due earlier, name it: `--deliverable interim-2`.

## Privacy

W156 = a finding without a recommendation, or a recommendation without a finding
    .why = The customer has to see what each recommendation follows from, and what is to be done about each finding. A recommendation without a finding is an opinion; a finding without a recommendation is left hanging.
    .fix = Name the finding in the `evidence` of a recommendation. Nothing is said where a study has no recommendations, or no findings, at all.
W157 = words that claim more than the figure of their text proves
    .why = “Most”, “every third”, “more often than”, “rose” are read as facts. A finding's statement, a recommendation's action, why a hypothesis was decided so, the caption of a photograph stay as they were typed when the data say otherwise. A majority has its whole interval above one half; a fraction lies within the interval; an order has intervals apart; a change has the intervals of both stages apart. That something is the same is proven by no overlap.
    .fix = Word it as the figure allows, or name another figure: `measure` of the finding, `evidence` of the recommendation or verdict. The words stand in `[[lint.assertions]]` of `locale/<language>.toml`; a word in quotation marks is spoken of, not claimed. Texts of `text/` ask for the fact with `{"{"}% if … %{"}"}`: there W209 tells.

W158 = a sentence in another language than its field
    .why = A text stands in the study once for each language. A Russian sentence in the Kazakh field, left from a copy or a swapped line, is printed in the Kazakh report as it is.
    .fix = Put the translation in its place, or exchange the two texts. Names in quotation marks are passed over. What tells the languages apart stands in `[lint]` of the locale files.
E159 = a text longer than a page can be set with
    .why = A word without a space of hundreds of letters, or dozens of marks on one letter, is no text of a report: something else was pasted. It cannot be broken into lines, and programs that show it fail.
    .fix = Look at the place, take out what does not belong there, or put spaces into it.
E160 = a telephone number, IIN or e-mail address in a text
    .why = Respondents, experts and applicants were promised anonymity, and personal data may not be made public without the person's consent (Law of the RK No. 94-V “On Personal Data and Their Protection”, 2013). Texts of `experts.json`, `focus-groups.json`, `cases.json` and `events.json` are looked at; any twelve digits in a row, or six and six, count as an IIN.
    .fix = Remove it and name the person by a role: “a resident of the microdistrict, aged 45”. The patterns stand in `checks/patterns.toml`; a file of your own takes effect in the folder given with `--templates`.
W161 = what looks like a person's name
    .why = A name in a quote, case or comment breaks the promise of anonymity and the Law on Personal Data. Only forms can be found, a surname with initials or a first name with a patronymic: read the texts for other names yourself.
    .fix = Describe the person without the name. If it is the name of a street or a school, list it in `public_names` of `checks/patterns.toml` in the folder given with `--templates`.
N162 = cells of under { $minimum_cell ->
        [5] five
       *[other] {$minimum_cell}
    } respondents, withheld in the public edition
    .why = An answer that { $minimum_cell ->
        [5] one to four
       *[other] fewer than {$minimum_cell}
    } people gave could point to them (ESSnet, Handbook on Statistical Disclosure Control, 2010). The public edition does not print its value; where a single answer of a single-answer question would be withheld, the next smallest is withheld as well, so that it cannot be found by subtraction.
    .fix = Nothing has to be done: the edition for the customer (`"edition": "customer"` in `study.json`, or `--edition customer`) shows them. To show more to the public, join answers or groups in the analysis.

## The grant's terms

W163 = a sign that is not seen
    .why = Signs that turn the direction of writing or stand between letters without width are not seen, yet a word with them is not found by a search, and a text with them may read otherwise than it is written.
    .fix = Type the place anew, or paste it once more as plain text.
E164 = a column of dates in another year than the contract's
    .why = Counts by a day, orders of dates and terms of the grant all follow from the dates. Where a whole column stands in another year, each of them would be called wrong; so the year is named once, and its consequences are not.
    .fix = Write the right year into the column, or correct `date`, `start` and `end` of `contract` in `study.json`. A column of dates outside of the contract's period that breaks nothing else is W126, a doubt.
E170 = a term of the grant missed without a waiver
    .why = By the cut-off date of the final report every term is met, or the customer has waived it by a document: {$cases} cases by category, {$coverage} views, {$respondents} respondents, a sociologist, {$experts} experts of all four kinds, {$focus-groups} focus groups of {$focus_group_size}, all instruments agreed, {$territories} territories of all the stressed kinds, indices in {$indices} directions, {$reports} reports handed over, the presentation.
    .fix = Add what was done, with its date, to the file it belongs to; or the customer's document to `grant.waivers` in `study.json` (`term`, `date`, `document`, `reason`). To build a report that is due earlier, name it: `--deliverable interim-1`.
W171 = a waiver that nothing needs
    .why = The waived term is met, or the waiver is dated after the cut-off date of the final report, in which it then has no force. Either the waiver is left over, or a date is wrong.
    .fix = Remove the waiver from `grant.waivers` in `study.json`, or correct its `term` or `date`.

## From answers to records

E180 = a table of answers that cannot be read as such
    .why = The answers are read from CSV, XLSX or SPSS files. A file that is damaged, cut off or lies about its own lengths would give other people's answers, or none.
    .fix = Export the table anew, with one row a respondent and one name a column.
E181 = a column that the table of answers does not have
    .why = tabulation.json names the column of each question, breakdown, weight and condition. A misspelt name would leave the question out without a word.
    .fix = Write the name as it stands in the head of the table, letter by letter.
E182 = a value in the answers that nothing declares
    .why = A code that neither codebook nor plan knows may be an answer, a refusal or a slip. Whichever is guessed changes the base, and with it every share.
    .fix = Declare it: in codebook.json as an answer, in tabulation.json under `missing`, `recode` or as a condition of `asked`.
E183 = weights, strata or clusters from which nothing can be estimated
    .why = Every share is weighted, and its interval follows from the design. A weight that is no number, a respondent without a stratum or a stratum of one unit leave no estimate.
    .fix = Correct the column, join strata of one unit with others, or leave the design out of tabulation.json.
W184 = answers of people who were not asked, or people without a group
    .why = An answer outside of the condition points to a wrong condition or a fault of the routing; people without a group make the bases of the groups fall short of the total.
    .fix = Check `asked` against the questionnaire; give everybody a group, if need be one of its own.
W185 = a proposal of a draft that nobody has confirmed
    .why = A draft guesses the type of a question and the roles of its answers from their words. Indices, charts and sentences follow from the roles; a wrong one turns dissatisfaction into satisfaction.
    .fix = Look at the question in codebook.json, correct what is wrong, then take `proposed` out of tabulation.json.
W186 = a column of the answers that looks like personal data
    .why = Respondents were promised anonymity, and the Law on Personal Data forbids keeping names, telephone numbers and IIN beside their answers. Nothing of such a column gets into a document, but the table lies in the study folder.
    .fix = Take the column out of the table before it goes into the folder; keep the key elsewhere.

## Templates

E201 = a template that cannot be parsed
    .why = A template that is broken in one place gives no text at all. Most often a tag is not closed.
    .fix = Look at the line that is named: each `{"{"}% if … %{"}"}` needs its `{"{"}% endif %{"}"}`, each `{"{"}% for … %{"}"}` its `{"{"}% endfor %{"}"}`, each `{"{{"}` its `{"}}"}`. `templates/README.md` explains the dialect.
E202 = a template that fails while it is filled in
    .why = A variable or filter does not exist, a value is absent from this study, or a filter got something it cannot take. An empty place is never printed without a word.
    .fix = Compare the name with the lists in `templates/README.md`. Ask first for what may be absent: `{"{"}% if x is defined %{"}"} … {"{"}% endif %{"}"}`. A Kazakh ending follows a number: `{"{{"} n | num | ending(case="dat") {"}}"}`.
E203 = a template whose output grows beyond all measure
    .why = A long report has less than one megabyte of text. Above 32 megabytes the program stops: a loop runs far longer than was meant.
    .fix = Look for a `{"{"}% for … %{"}"}` over a very long range, or for a part that includes itself.
W204 = a digit typed by hand in a template's prose
    .why = A typed number stays when the data change, and may differ between the Kazakh and the Russian text. Tags, directive lines, numbers of list items and names of standards are not meant.
    .fix = Print it from the data: `{"{{"} n | num {"}}"}`, `{"{{"} x | pct {"}}"}`, `{"{{"} d | date {"}}"}`. List names such as ISO 20252 in `standards` of `locale/<language>.toml`; write small fixed numbers as words.
E205 = a settings file of the templates is wrong
    .why = `reports/<deliverable>/report.toml` holds the kind and title of a deliverable, `checks/patterns.toml` what is looked for in texts. A misspelt key or a broken regular expression would change a document or silence a check.
    .fix = Compare the file with the one that comes with the program, at the line that is named.
E206 = Latin and Cyrillic letters in one word of a template
    .why = The letters look alike, so nobody sees the fault in the printed report; but the word is not found by a search, is hyphenated and sorted wrongly and is read out wrongly to a blind reader.
    .fix = Type the letters that the message names anew with the Kazakh or Russian keyboard. Set the ending of a Latin word apart by a hyphen: `CAPI-де`.
W207 = a word of another language in a template
    .why = A Russian word left in the Kazakh template, or the other way round, shows that one report was made from the other and not finished.
    .fix = Translate it. A name or a term that stays as it is belongs into `known` or `standards` of `locale/<language>.toml`; what is looked for stands there in `[lint]`.
W208 = wrong spaces, quotation marks or dashes in a template
    .why = Two spaces, straight or foreign quotation marks, a hyphen for a dash and a space before a comma are what an editor strikes out first.
    .fix = Write one space, the quotation marks that `[lint]` of `locale/<language>.toml` names, an en dash between spaces, and … as one character.
W209 = a claim in a template that no fact stands behind
    .why = «The majority» may be written only where the whole interval lies above one half, «significantly» only where a test or the intervals show a difference. A bare word in a template stays when the data change.
    .fix = Put the sentence into an `{"{"}% if … %{"}"}` that asks for one of the facts that the hint names, and give another sentence for the other case. The words and their facts stand in `[[lint.claims]]` of `locale/<language>.toml`.

## Markup

E210 = markup that has no place in a report
    .why = One text becomes a PDF and a DOCX alike. It may hold headings of four levels, paragraphs, lists, tables, quotes, footnotes, links and directives; HTML, code and pictures would be lost or look different in one of the two.
    .fix = Write it with these. A chart comes from a `chart` directive; a `table` directive holds one table; a deck begins with `## message`.
E211 = a directive that does not exist here
    .why = The name is misspelt, or the directive stands where it has no place: parts of a title page outside of `title-page`, `notes` and `source` outside of slides. Its content would not be printed as it was meant.
    .fix = The hint lists what is possible here; `templates/README.md` says what each directive makes.
E212 = a directive's attribute is missing, unknown or wrong
    .why = Without `id` a figure or table cannot be referred to, without data it has nothing to show, and a misspelt attribute would do nothing without a word.
    .fix = Write attributes as `key=value`, values with spaces or commas in quotes: `:::chart id=fig-trust question=q-trust`, `widths="3,1,1"`. An `id` has Latin letters, digits, `-` and `_`, and begins with a letter.
E213 = a directive without a name or without its end
    .why = A directive opens with a line such as `:::note` and closes with a line of as many colons. Left open, it would swallow the rest of the report.
    .fix = Close it with `:::`. Of two directives one inside the other, the outer one has more colons: `::::finding` … `::::`.
E214 = a figure or table without a caption
    .why = In a report by GOST 7.32-2017 (6.5, 6.6) every figure and table has a number, and the text refers to it; the caption says what is shown. A table outside of a `table` directive has neither.
    .fix = Write the caption as a paragraph inside the directive. Wrap a plain table in `:::table id=tab-name` and `:::`.

## Labels and references

E215 = markup beyond the bounds of what is set
    .why = Lists and quotations a dozen levels deep, words of hundreds of letters and the like cannot be shown on a page, and make programs that read them run out of memory.
    .fix = Make the text flatter: the message says what the bound is.
W219 = a text of the authors for a section that the document does not have
    .why = The name of a file in `text/` begins with the id of the section it belongs to. Where no section has that id, because the name is misspelt or because the section's data are absent, nobody would read the text.
    .fix = Name one of the sections that the hint lists, or keep the file until the section's data are there.
E220 = a reference to a label that the document lacks
    .why = The text would say “in figure” and give no number. In a document of an earlier date the figure may be absent because its data are not there yet.
    .fix = Correct the name in `[](#fig-name)`; or give the figure, table or heading that is meant its `id`; or put the reference inside the same `{"{"}% if … %{"}"}` as the figure.
E221 = one label given to two blocks
    .why = A reference to it could mean either. It often happens in a loop or in a part that is included twice.
    .fix = Give each figure, table and heading an `id` of its own; in a loop, make it from the data: `id=fig-{"{{"} q.id {"}}"}`.

## Charts

E222 = the languages of a deliverable declare different things
    .why = Customers hold the Kazakh and the Russian text side by side. Both must have the same headings, figures, tables, numbers, references and signs of uncertainty, block by block and in the same order.
    .fix = Compare the two templates at the place that is named and make them declare the same. Words may stand in another order inside a block; blocks may not.
E223 = a number on a slide or in a paper that the final report lacks
    .why = What is shown on the screen or told on a sheet is looked for in the report. A number that the final report does not print, or prints with another rounding, is a number nobody can check.
    .fix = Show the same datum in the final report with the same rounding, or leave it out of the slides.

W224 = a figure, table or annex that the text never refers to
    .why = A reader who meets a table has to learn from the text what it is for, and GOST 7.32-2017 (6.5, 6.6, 6.17) demands a reference to each figure, table and annex of a report.
    .fix = Refer to it in the sentence that says what it shows; tables of an annex that follow each other take one reference to all: `[](#tab-first..tab-last)`.

E230 = a chart or table for which the study has no data
    .why = As of the deliverable's cut-off date there is nothing to show, and an empty frame with a caption would be printed. Most often the results are dated later, or have no records for this question or breakdown.
    .fix = Add the data, dated not later than the cut-off date; or show the figure only where there are data: `{"{"}% if facts.stage is defined %{"}"} … {"{"}% endif %{"}"}`.
E231 = a chart that cannot be drawn
    .why = A value is no number or lies off the axis, shares add up to something impossible, or there are more rows than fit on the page. The program rather stops than draws a wrong or illegible picture.
    .fix = Correct the value that is named. Where there is no room, show fewer rows (`limit=7`), shorten the labels in `codebook.json`, or split the chart.

## Fonts, theme, locale files

E232 = a table that is wider than a landscape page
    .why = The longest words of its columns together need more than the page has between its margins, even turned on its side. Words would run over one another.
    .fix = Split the table, shorten the longest words, or let rows and columns change places.

E240 = a character that no font of the document has
    .why = It would be printed as an empty box, which PDF/A forbids. The message gives the character, its Unicode number and where it stands.
    .fix = Replace the character in the text, or name in `theme/theme.toml` a font that has it; your own fonts lie in `fonts/` of the folder given with `--templates`.
E241 = the theme is incomplete or wrong
    .why = `theme/theme.toml` gives fonts, sizes, page and colours to PDF, DOCX and charts alike. With a missing key, a colour that is none or a font that is not there, nothing can be set.
    .fix = Compare the file with the one that comes with the program. Colours are written `#RRGGBB`; the charts' font needs a regular and a bold face.
E250 = a locale file lacks a key or has a wrong value
    .why = `locale/<language>.toml` holds the fixed words, number and date formats, captions and Kazakh endings. Without the key the documents in this language lack a word or a form.
    .fix = Add the key in the section that the message names, as in `locale/kk.toml`. A caption has a place for its number: `figure = "{"{"}n{"}"}-сурет"`.
W251 = a language whose words the program cannot break
    .why = Justified lines of unbroken words have wide gaps. A locale file that asks for justified text or for hyphenation by patterns needs a way to break words: patterns that the program has for the language, or its syllables. Without one the text is set ragged.
    .fix = Give the syllables below `[hyphenation]` with `method = "syllables"`, as in `locale/kk.toml`; or write `justify = false` and leave `[hyphenation]` out.

E233 = a slide that holds more than it has room for
    .why = A slide is read from the last row: its type does not shrink to make room, and nothing may run over the edge or into the sources.
    .fix = Shorten what the message names, or divide the slide into two. The rooms of a slide are measured in `[slides.grid]` of `templates/theme/theme.toml`.

E234 = a document of more pages than it may have
    .why = A summary that is meant to be one sheet, an invitation or an attendance sheet is read and signed as one. `most_pages` of its `report.toml` says how many pages it may have.
    .fix = Shorten the template or the texts of the study that it prints, or allow more pages in `report.toml`.

W235 = a reference deck whose face is not at hand
    .why = Whether a slide has room for its text was measured with the theme's own face, as that of the customer's deck is not among the fonts. Letters of another width may run over.
    .fix = Put the font's files into `fonts/` of the folder given with `--templates`, or look the slides through before the talk.
E236 = a document of results that is made before there are any
    .why = A report, talk or paper of results without results is empty or false. All that would be missing in it has this one cause.
    .fix = Move `cutoff` behind the `date` of a file in `results/`, or name the deliverables that can be made already with `--deliverable`. Which documents need results is said by `needs_results` in their `report.toml`.
W237 = a document of results that is left out, because there are none yet
    .why = A report, talk or paper of results without results is empty or false. Those that can be made already are built, and this one is named, so that nobody takes it for forgotten.
    .fix = Nothing, while the study goes on. Where the date is wrong, correct `cutoff` or the `date` of a file in `results/`. With `--deliverable` the others can be named and the warning goes; named itself, the document is a fault (E236).
W238 = a paper of the presentation that has nothing to tell yet
    .why = An invitation, an attendance sheet or minutes without a presentation hold one sentence: that there was none. Handed over unread, it is taken for the paper that was promised.
    .fix = Enter the presentation in `events.json`: `date` and, for papers that are made before it, `announced`. Else correct `cutoff`, or owe the paper later. Which papers need it is said by `needs_presentation` in their `report.toml`.

## Sentences

E260 = a file of sentences that cannot be read as such
    .why = A file of sentences is read by people first: a heading for a section, the name of a sentence, below it the sentence. What stands outside of this order would be printed nowhere.
    .fix = Write `## name` above every sentence and the sentence as one paragraph; another wording of it follows a line `or:`. Remarks stand in `{"{#"} … #{"}"}`.
E261 = a sentence that holds more than words, values and one condition
    .why = What is said, how often and in which order is decided once for all languages, in the structure. A sentence with loops and settings of its own cannot be edited by someone who writes, and drifts apart from the other languages.
    .fix = Put values with `{"{{"} value | filter {"}}"}` and at most one condition. Let `report.md` decide everything else: say another sentence, or collect a list with `list`.
E262 = a sentence of too many characters
    .why = Nobody can edit a line of tags and clauses that does not fit into view.
    .fix = Make two sentences of it and say them one after another.
E263 = a sentence that a language lacks
    .why = The structure says a sentence by its name; without its words there would be a gap in the document. For a key, such as a kind of reading, there has to be a sentence of each value.
    .fix = Add the sentence to the file that the message names, or correct the name.
E264 = a sentence that the structure never says
    .why = Words under a misspelt name would never be printed, and the program’s own would stand in their place without a word.
    .fix = Correct the name; `esep words` lists all of them.
E265 = wordings or languages of a sentence that print different data
    .why = A reader of one language would learn a number that another one does not see; of two wordings by turns, every second place would lack it.
    .fix = Print the same values, in whatever form and order the language wants; a noun that agrees with a number (`plural`, `agree`) does not count.
E266 = a word of a language in the structure
    .why = The structure is the same for all languages: a word in it would be printed in all of them.
    .fix = Make a sentence of the word in each language and say it.
E267 = a tag that a structure cannot have, or one of its own that is wrong
    .why = Parts are found by `part`, so that a deliverable and a user’s folder can bring their own; sentences by `say` and `list`.
    .fix = Write the tag as the hint shows it, or correct the name of the part.

## PDF and DOCX

E301 = Typst refused the document
    .why = Typst sets the pages by the files `theme/*.typ`. Nearly always the fault is in a changed theme file, whose line is named.
    .fix = Correct this line, or take the file out of the folder given with `--templates`, so that the program's own is used. If no theme file was changed, the fault is in the program: report the whole message to its authors.
E302 = the PDF does not meet its standards
    .why = Every PDF is fit for archives (PDF/A-3a, ISO 19005-3) and for screen readers (PDF/UA-1, ISO 14289-1). One that breaks a clause is not written; the message says which.
    .fix = Take back the last change of theme or fonts. If nothing was changed, the fault is in the program: report the whole message to its authors.
E303 = text that lies off its page
    .why = What stands beside the page is lost: nobody sees it, and nobody knows that it is missing. Most often a cell of a table is longer than a page, or a theme places something wrongly.
    .fix = Shorten or divide the text that the message quotes; if it is not yours, look into the theme's files.
E310 = the DOCX cannot be assembled
    .why = Word opens a DOCX only where its parts are valid XML (ISO/IEC 29500). Something in the document has no place there, e.g. a link without a whole address or lists nested more than nine deep.
    .fix = Correct what the message names: links begin with `https://`, `http://` or `mailto:`. If it names a part of the DOCX that you did not write, report the message to the program's authors.

E311 = the PPTX cannot be assembled
    .why = PowerPoint opens a PPTX only where its parts are valid XML (ISO/IEC 29500). Something in the document has no place there.
    .fix = Correct what the message names. If it names a part of the PPTX that you did not write, report the message to the program's authors.

E312 = the statistical base cannot be assembled
    .why = A workbook opens only where its parts keep to the format: a sheet's name has at most 31 characters, none of them `[ ] : * ? / \`, and no two sheets have the same.
    .fix = Correct what the message names: the names of the sheets stand in `reports/base/` in the file of the language, under `[sheets]`.

## Running the program

E401 = an output file or folder cannot be written
    .why = The file is open in another program, the folder is write-protected, or the disk is full. Files are put in place only when all of them are ready: the last good ones are kept.
    .fix = Close the file in Word or the PDF viewer, free some space, or choose another folder: `--out DIR`.
E402 = the command asks for something that does not exist, or lacks something
    .why = The command line names an argument, command, folder, deliverable, language, code or schema that is not there, leaves out what the command needs, or gives a new study a folder that holds something already.
    .fix = The hint lists what there is, and `esep help COMMAND` tells all arguments. For example: `esep build samples/taraz-2026 --deliverable interim-1 --lang kk`.

E410 = a file that is not the Office file it should be
    .why = `esep review` and `--reference-docx` read DOCX files as Word has saved them since 2007. This file is of an older kind, is encrypted, is cut short, or is something else under that name.
    .fix = Open it in Word and save it as “Word Document (*.docx)”, without a password.
E411 = an Office file with something inside that has no place there
    .why = A part that unpacks to a huge size, a document type declaration, macros or hidden links to other computers serve only to harm whoever opens the file. Nothing of it is used.
    .fix = Ask the sender for a clean copy; or copy the text into a new document in Word and save it without macros.
E412 = a returned file that was not made from this study
    .why = A review compares the file with the study that it was made from. The file names another study, or none: its properties are gone.
    .fix = Give the folder of the right study, and the file that was sent out, not a copy of its text.
E413 = a number that differs from the study in a returned file
    .why = Each number in a DOCX comes from data and stands in a locked content control. Here somebody has unlocked it and typed another one, or the study has changed since. A report whose numbers differ from its data cannot be defended.
    .fix = Find out who is right. Correct the data where they are wrong, and build again; else tell the customer why the number stands.
W414 = a number that has lost its content control in a returned file
    .why = The number was deleted together with its sentence, or typed anew as plain text, so that nothing says any more where it comes from.
    .fix = Look at the place; what the customer wants said differently belongs in the template or in the data.
W415 = a returned file that was made from another state of the study
    .why = The file carries a hash of the content that it was made from, and the study gives another one today. Differences may come from either side.
    .fix = Review the file beside the study as it was when the file was sent, or build again and look only at the remarks.
N416 = a comment in a returned file
    .why = The customer has remarked on something. Comments are listed in the order of the text, with the words that they stand by.
    .fix = Answer each; build again once the data or the templates have changed.
N417 = a tracked change in a returned file
    .why = The customer has inserted, deleted or moved text with “Track Changes” on.
    .fix = Carry the change over into the template or into the data; the next build would not know of it.
N418 = a text that was changed without a trace in a returned file
    .why = A paragraph reads otherwise than the study gives it, and no tracked change says so.
    .fix = Look at the place and carry over what is right into the template or into the data.

E419 = a number of a returned file that nothing proves
    .why = The number stands where the study has none, or its sentence was changed and its content control is gone. Whoever sends the file on vouches for a number that no data stand behind.
    .fix = Ask where the number comes from. If it is right, put it into the data or into a text of the study and build again; else take it out.
E420 = a reference document from which no valid file can be made
    .why = A part of the document lacks what the standard demands, so that Word or PowerPoint would call every file made by it damaged.
    .fix = Open the reference in Word or PowerPoint, save it under a new name, and use that file.
W421 = something of a reference document that is not taken over
    .why = Of a customer's own document only what is known to be sound is taken over. Text boxes, objects, drawings of older programs and hidden or tracked text stay out.
    .fix = Look at the header and footer of the built file. What is missed can stand there as text, as a table or as a picture.
N422 = how much of a returned file was read
    .why = That nothing is said of a file means something only where the file was read. So a review says what it has compared.
    .fix = Nothing. Where far less was read than the study gives, look into the file.
E430 = a file that carries no proof of its numbers
    .why = Every file that `esep build` writes carries the data and records behind its numbers. This one has none: another program wrote it, or it was printed to PDF or saved by a program that drops attachments. Whether its numbers are right cannot be said.
    .fix = Take the file as it was built.
E431 = a proof that cannot be read, or contradicts itself
    .why = The proof is damaged, of a newer form, or its digest is not that of its numbers: somebody has changed it.
    .fix = Build the file again and compare it with the manifest.
E432 = a file whose numbers cannot be read
    .why = The file is damaged or encrypted, or its fonts do not say which characters they show. Nothing is proven of what is not read.
    .fix = Take the file as it was built, without a password.
E433 = a file beyond the bounds of what is read
    .why = Files are read up to a size, a number of pages and an unpacked length that no report reaches; what lies beyond serves only to keep a computer busy.
    .fix = Take the file as it was built.
E434 = a number of a finished file that is not the one that was proven
    .why = A number was changed or taken out after the file had been built, in a text, a chart or the workbook behind it; or it is not the rounding of its datum.
    .fix = Build the file again from the study; where the number was wrong, correct the data.
E435 = a number of a finished file that no datum stands behind
    .why = Each number of a report is printed from a datum, or needs none for a reason: a year, the number of a section, the name of a document. Behind this one stands neither: it was typed into a template, or into the file after it had been built.
    .fix = Print the number from the data. If it needs no datum, add the reason to `templates/proof/allowed.toml`.
E436 = a proof that cannot be put into its file
    .why = The file that was just written has no place for the proof. This is a fault of the program.
    .fix = Send the message to the program's authors.
E437 = a file that was made from another state of the study
    .why = The file carries a digest of the study's files, and the study has another one today: the file no longer says what the study says.
    .fix = Build the file again.
E438 = a number that the file does not print
    .why = Only numbers that stand in the file can be traced. They are compared without grouping, and 58,80 is 58,8.
    .fix = Write the number as the file prints it, and look at the page.
E440 = a file of sentences that was changed since the page read it
    .why = Between the click on the sentence and saving, somebody changed the same file in an editor or in another tab. Saving would undo that change unseen, so nothing was written.
    .fix = Look at the sentence as it stands now, and make your change again on it.
E441 = the page cannot be shown at this address
    .why = The port is taken by another program, or the address is none of this computer's.
    .fix = Name another port, e.g. `--port 4321`, or leave the port out: the program then finds a free one.
