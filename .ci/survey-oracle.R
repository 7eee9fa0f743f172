# Shares, standard errors and design effects of three designs by R's survey package, beside those of `esep tabulate`.
# usage: Rscript survey-oracle.R ANSWERS.csv ESTIMATES.csv weights|strata|clusters
suppressMessages(library(survey))
arguments <- commandArgs(trailingOnly = TRUE)
data <- read.csv(arguments[1], colClasses = c(q = "character", sex = "character"))
ours <- read.csv(arguments[2], colClasses = c(option = "character", group = "character", by = "character"))
design <- switch(arguments[3],
  weights = svydesign(ids = ~1, weights = ~w, data = data),
  strata = svydesign(ids = ~1, strata = ~stratum, weights = ~w, data = data),
  clusters = svydesign(ids = ~psu, strata = ~stratum, weights = ~w, data = data, nest = TRUE)
)
worst <- 0
compared <- 0
for (i in seq_len(nrow(ours))) {
  row <- ours[i, ]
  column <- switch(row$question, "q-one" = "q", "q-part" = "p")
  asked <- !is.na(data[[column]]) & data[[column]] != ""
  inside <- if (row$by == "") asked else asked & data$sex == row$group
  domain <- subset(update(design, x = as.numeric(data[[column]] == row$option)), inside)
  mean <- svymean(~x, domain, deff = "replace")
  w <- data$w[inside]
  kish <- length(w) * sum(w^2) / sum(w)^2
  expected <- c(coef(mean), SE(mean), kish, deff(mean))
  found <- c(row$share, row$standard_error, row$deff_kish, row$deff_linearised)
  worst <- max(worst, abs(expected - found) / pmax(1, abs(expected)))
  compared <- compared + 1
}
cat(arguments[3], ": ", compared, " estimates, largest difference ", format(worst), "\n", sep = "")
if (compared < 10 || !is.finite(worst) || worst > 1e-9) quit(status = 1)
