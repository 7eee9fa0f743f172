# The content of docx.rs by R's officer: prints the milliseconds of one build and the peak of memory in MB.
#
# usage: Rscript officer_docx.R TABLES ROWS CHARTS PARAGRAPHS PROSE
library(officer)

given <- commandArgs(trailingOnly = TRUE)
tables <- as.integer(given[1])
rows <- as.integer(given[2])
charts <- as.integer(given[3])
paragraphs <- as.integer(given[4])
prose <- given[5]

# A grey picture: officer draws no charts of its own.
picture <- tempfile(fileext = ".png")
png(picture, width = 460, height = 200, bg = "grey")
plot.new()
invisible(dev.off())

grid <- data.frame(
  "Территория" = paste("Микрорайон №", seq_len(rows)),
  "n" = paste(seq_len(rows), "345"),
  "Доля, %" = "63,4",
  "95 % ДИ" = "60,2–66,5",
  check.names = FALSE
)

build <- function() {
  document <- read_docx()
  for (number in seq_len(paragraphs)) {
    if (number %% 35 == 1) {
      title <- paste(number %/% 35 + 1, "Результаты массового опроса")
      document <- body_add_par(document, title, style = "heading 1")
    }
    document <- body_add_par(document, prose)
    if (number %% (paragraphs %/% tables) == 0) {
      title <- paste("Таблица", number %/% (paragraphs %/% tables), "– Доверие по территориям, % ответивших")
      document <- body_add_par(document, title, style = "table title")
      document <- body_add_table(document, grid)
      document <- body_add_par(document, "Источник: массовый опрос.")
    }
    shown <- number %/% (paragraphs %/% charts)
    if (number %% (paragraphs %/% charts) == 0 && shown <= charts) {
      document <- body_add_img(document, picture, width = 460 / 72, height = 200 / 72)
      title <- paste("Рисунок", shown, "– Доверие по территориям, % ответивших")
      document <- body_add_par(document, title, style = "graphic title")
      document <- body_add_par(document, "Источник: массовый опрос.")
    }
  }
  print(document, target = tempfile(fileext = ".docx"))
}

took <- system.time(build())[["elapsed"]] * 1000
peak <- sub("[^0-9]*([0-9]+) kB", "\\1", grep("^VmHWM", readLines("/proc/self/status"), value = TRUE))
cat(sprintf("%.0f %d\n", took, as.integer(peak) %/% 1024L))
