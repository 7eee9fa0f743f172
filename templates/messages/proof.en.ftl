# Reading the numbers of finished files back, and tracing them to their data.

proof-kind-unknown = files of this kind are not read
hint-proof-kind = PDF, DOCX, PPTX and XLSX files are, and packages of data (ZIP)
proof-file-large = the file has more than { $most } MB
proof-numbers-many = the file holds more than { $most } numbers
proof-pages-many = the file has more than { $most } pages
proof-stream-large = a part of the file unpacks to more than it may: 4 MB packed, { $most } MB unpacked in all
hint-proof-bound = no file that `esep build` writes is that large; nothing of this one is proven
proof-encrypted = the file is encrypted
proof-damaged = the file is damaged, or no PDF at all
hint-proof-unreadable = nothing is proven of what cannot be read; take the file as `esep build` wrote it
proof-attach = the proof cannot be put into the file: { $detail }
proof-list = the list of numbers that need no datum is wrong: { $detail }
proof-missing = the file carries no proof of its numbers
hint-proof-missing = files that `esep build` wrote carry one; printing to PDF or saving in another program may lose it
proof-broken = the proof in the file cannot be used: { $detail }
hint-proof-broken = somebody has changed it, or a newer esep wrote it; build the file again
proof-characters = { $n } characters of the file cannot be told
proof-nothing-read = not one number was read out of the file
proof-number-changed = the file has “{ $found }” where “{ $wanted }” was proven{ $datum ->
    [none] {""}
   *[other] {" "}(`{ $datum }`)
}
proof-number-unknown = no datum stands behind the number in “{ $found }”
proof-number-gone = “{ $wanted }” is no longer there{ $datum ->
    [none] {""}
   *[other] {" "}(`{ $datum }`)
}
proof-number-rounding = the file prints “{ $found }”, and its datum `{ $datum }` is rounded to “{ $wanted }”
proof-reason-unknown = the number in “{ $found }” does not fit the reason `{ $reason }` for which it needs no datum
hint-proof-number = somebody has changed the file since it was built; build it again from the study
hint-proof-unbound-built = print it from the data, or give the reason in `templates/proof/allowed.toml`
proof-other-study = the file was made from the study “{ $found }”, not from “{ $wanted }”
hint-proof-other-study = name the folder of the study that the file was made from
proof-other-state = the file was made from another state of the study
hint-proof-other-state = build again; the numbers that differ are listed below
proof-datum-differs = `{ $datum }`: the file has { $found }, the study gives { $wanted } today
proof-datum-gone = `{ $datum }` ({ $found } in the file) is no longer printed
hint-proof-datum = build the file again
verify-proven = { $file }: { $read } numbers read: { $proven } equal to their data, { $allowed } need none
verify-unproven = { $file }: not proven. { $read } numbers read: { $proven } equal to their data, { $allowed } need none
verify-state-same = { $file }: made from the study as it is now
trace-nothing = the file prints no number “{ $number }”{ $page ->
    [0] {""}
   *[other] {" "}on page or slide { $page }
}
hint-trace-nothing = write the number as it is printed, "58,8"; in a workbook also the cell, D7
trace-several = “{ $number }” stands for { $n } different things here
trace-datum = “{ $number }” is `{ $id }`
trace-value = exact value: { $value }
trace-decimals = printed with { $decimals } decimals, rounded half away from zero
trace-record = record: { $place }: { $value }
trace-formula = formula: { $formula }
trace-inputs = made from:
trace-reason = “{ $number }” needs no datum: { $reason }
trace-page = page { $page }
trace-printed = printed at:
trace-dataset = the numbers of a package of data are the data themselves
hint-trace-dataset = trace the number in the workbook of the base, which has the same data with their records
proof-table-changed = the file is not the one that was written: its digest differs from that of datapackage.json
proof-table-gone = datapackage.json describes this file, and the package lacks it
proof-table-unknown = the package holds this file, and datapackage.json does not describe it
proof-table-unreadable = a column of numbers holds something else: { $detail }
proof-table-other = the study gives this file otherwise today
