# The slides of deck.rs by R's officer: prints the milliseconds of one build and the peak of memory in MB.
#
# usage: Rscript officer_pptx.R SLIDES BARS PROSE
library(officer)

given <- commandArgs(trailingOnly = TRUE)
slides <- as.integer(given[1])
bars <- as.integer(given[2])
prose <- given[3]

# A picture of the bars: officer draws no charts of its own.
picture <- tempfile(fileext = ".png")
png(picture, width = 720, height = 360)
barplot(seq_len(bars) * 7.3, horiz = TRUE)
invisible(dev.off())

build <- function() {
  deck <- read_pptx()
  for (number in seq_len(slides)) {
    deck <- add_slide(deck, layout = "Title and Content", master = "Office Theme")
    title <- "Доверие к акимату выросло во всех возрастных группах"
    deck <- ph_with(deck, title, location = ph_location_type(type = "title"))
    content <- if (number %% 2 == 0) external_img(picture) else unordered_list(rep(prose, 4), rep(1, 4))
    deck <- ph_with(deck, content, location = ph_location_type(type = "body"))
    deck <- set_notes(deck, value = prose, location = notes_location_type("body"))
  }
  print(deck, target = tempfile(fileext = ".pptx"))
}

took <- system.time(build())[["elapsed"]] * 1000
peak <- sub("[^0-9]*([0-9]+) kB", "\\1", grep("^VmHWM", readLines("/proc/self/status"), value = TRUE))
cat(sprintf("%.0f %d\n", took, as.integer(peak) %/% 1024L))
