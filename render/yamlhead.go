package render

// The comments at the top of a YAML file, which explain its fields to whoever edits it.
const englishComment = `# A timeline made by frise from news articles. Edit it and turn it into anything else
# with: frise render FILE.yaml -o page.html
#
# events, in the order of time:
#   date        EDTF (ISO 8601-2): 2024-06-19, 2022-02, 199X, 1914/1918, 2019/.., 2024~ about, 2024-06? inferred
#   start, end  first and last day that the date can cover, both included; work themselves out when you delete them
#   precision   what was said: century, decade, year, half, quarter, season, month, week, weekend, day …
#   modifier    start, mid, end, approx, before, after …
#   label       the date as it is shown
#   title, text a headline, and the clause it stands for
#   type        PLOVER's type of event: agree, consult, support, cooperate, aid, concede, retreat, request,
#               accuse, reject, threaten, protest, sanction, mobilize, coerce, assault
#   status      where it is not said to have happened: planned, denied, threatened, cancelled, possible
#   actors      states by ISO 3166 (FRA, RUS), organisations by code (UNO)
#   conflicts   other dates that sources give for the same event
#   score       weight, from 0 to 1
#   sources     where it is said: article, bytes from start to end of its text, the quote itself, the
#               expression that dates it, what it was read as, and by which rule
# articles: what was read; date ends in ? where it was inferred; dated is the evidence for it.

`

const frenchComment = `# Chronologie tirée d’articles de presse par frise. Corrigez-la, puis donnez-lui une autre forme
# avec : frise render FICHIER.yaml -o page.html
#
# events, les événements, dans l’ordre du temps :
#   date        EDTF (ISO 8601-2) : 2024-06-19, 2022-02, 199X, 1914/1918, 2019/.., 2024~ environ, 2024-06? déduite
#   start, end  premier et dernier jour que la date peut couvrir, inclus ; effacez-les, ils se recalculent
#   precision   ce qui a été dit : century (siècle), decade (décennie), year (année), half (semestre), quarter
#               (trimestre), season (saison), month (mois), week (semaine), weekend, day (jour) …
#   modifier    start (début), mid (milieu), end (fin), approx (environ), before (avant), after (après) …
#   label       la date telle qu’elle s’affiche
#   title, text un titre, et la proposition qu’il résume
#   type        type d’événement PLOVER : agree, consult, support, cooperate, aid, concede, retreat, request,
#               accuse, reject, threaten, protest, sanction, mobilize, coerce, assault
#   status      s’il n’est pas dit advenu : planned (prévu), denied (démenti), threatened (menace),
#               cancelled (annulé), possible
#   actors      États selon ISO 3166 (FRA, RUS), organisations par leur sigle (UNO)
#   conflicts   autres dates que des sources donnent au même événement
#   score       poids, de 0 à 1
#   sources     où c’est dit : l’article, les octets de start à end de son texte, la citation même,
#               l’expression qui date, la date comprise, et par quelle règle
# articles : ce qui a été lu ; la date finit par ? si elle a été déduite ; dated en donne les indices.

`
