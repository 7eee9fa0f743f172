### Descriptions of the contract that name a threshold; the others stand in the types themselves.

schema-Edition-public = Public edition: cells under { $minimum_cell ->
        [5] five
       *[other] {$minimum_cell}
    } respondents and what is marked `restricted` are withheld.
schema-Record-n = Unweighted base: respondents in this group who were asked. Under {$reported_base} the values are not shown.
schema-Record-ci = {$confidence_level} % interval of the share, lower and upper bound, 0–1: Wilson on n_eff = n / deff.
schema-IndexValue-ci = {$confidence_level} % interval of the value, lower and upper bound, in points.
schema-RiskScore-n = Unweighted base: under {$reported_base} the score is not shown, under {$ranked_base} the territory gets no rank.
schema-RiskScore-ci = {$confidence_level} % interval of the score, lower and upper bound, in points; decides tier and range of ranks.
