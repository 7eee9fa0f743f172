## Files of Office programs

package-unreadable = the file is not a DOCX
hint-package = save the document once more in Word as "Word Document (*.docx)"
package-no-deck = the file is not a PPTX
hint-package-deck = save the deck once more in PowerPoint as "PowerPoint Presentation (*.pptx)"
package-compound = the file is of an older kind (DOC) or protected by a password
hint-package-compound = open it in Word, take the password off and save it as "Word Document (*.docx)"
package-parts = the file holds {$n} parts; no document has more than {$most}
package-part = `{$part}` inside the file cannot be read: {$detail}
package-part-large = `{$part}` inside the file unpacks to more than {$most} MB
hint-package-hostile = do not trust the file; ask its sender for a clean copy

## Review

review-other-study = the file was made from the study «{$found}», not from «{$wanted}»
hint-review-other-study = name the folder of the study that the file was made from
review-not-ours = the file does not say which study and deliverable it was made from
hint-review-not-ours = review files that `esep build` has written; copying the text into a new document loses what they are known by
review-state = the file was made from another state of the study or of its templates
hint-review-state = numbers that differ may have changed in the study, not in the file; build the study as it was then to tell one from the other
review-no-controls =
    { $n ->
        [one] the number of the study no longer stands in a content control
       *[other] none of the {$n} numbers of the study stands in a content control any more
    }
hint-review-no-controls = the file was built with `--plain` or saved by a program that drops content controls; numbers are compared within their paragraphs
review-number = number `{$tag}`: the file has «{$found}», the study «{$wanted}»
hint-review-number = if the customer is right, correct the data and build again; a number is never corrected in the file
review-number-unbound = number `{$tag}` («{$text}») is no longer in the file, or no longer in its content control
hint-review-number-unbound = see whether the sentence or the cell was deleted or typed anew
review-comment = {$author}, {$date}: “{$text}” – on “{$about}”
review-inserted = {$author}, {$date}: inserted “{$text}”
review-deleted = {$author}, {$date}: deleted “{$text}”
review-moved = {$author}, {$date}: moved here “{$text}”
review-rewritten = changed without tracking: “{$before}” → “{$after}”
review-removed = removed without tracking: “{$text}”
review-added = added without tracking: “{$text}”

review-read = read: {$numbers} numbers in content controls of {$of} that the study gives, {$paragraphs} paragraphs
review-nothing-read = no text was read out of the file, where the study gives {$n} paragraphs
hint-review-nothing-read = save the file once more in Word and review that; nothing was compared
review-unproven = a number that the study does not print: “{$text}”
review-unproven-changed = a number that nothing proves: “{$before}” → “{$after}”
hint-review-unproven = if it is right, put it into the study and build again; a number is never corrected in the file

## Reference document

reference-face = the deck sets its text in «{$face}», which is not among the fonts: room was measured with «{$own}»
hint-reference-face = put the font into `fonts/` of the folder given with --templates, or look the slides through
reference-master-lacks = { $what ->
    [title] the deck's slide master has no place for a title
    [body] the deck's slide master has no place for text
    [theme] the deck's slide master has no theme
   *[master] the deck has no slide master
}
hint-reference-master = take a deck with a slide master that has a title and a text placeholder
reference-slide-room = the deck leaves too little room between message and sources
hint-reference-slide-room = take a deck whose text placeholder is larger
reference-macros = the reference document holds macros
reference-external = the reference document fetches something from elsewhere ({$kind}): {$target}
reference-object = `{$part}` holds an object that is neither picture nor link: {$target}
reference-foreign-field = `{$part}` holds a field that is not taken over: {$field}
reference-not-whole = of `{$part}` no valid part can be made: `{$element}` lacks what it must have
hint-reference-not-whole = open the file in Word or PowerPoint, save it under a new name and take that
reference-left-out = of `{$part}` is not taken over: {$names}
hint-reference-left-out = text, tables, pictures and fields of pages are taken over; where something of the header is missed, make a picture of it
reference-page = the page of the reference document has no room for text
hint-reference-page = set a page of at least 7 × 11 cm between its margins
