"""What somebody who has only installed the package asks of it; prints the answers as JSON, to be compared.

    python tests/wheel/use_package.py

`check_wheel.py` runs it twice, with the checkout and with the installed wheel.
"""

import json

import analysis as an
from analysis.corpus import measure_catalogue


def answers() -> dict[str, object]:
    """Read all that travels with the package, and measure the samples with it."""
    topics, reference, catalogue = an.read_topics(), an.read_reference(), an.read_catalogue()
    tables = measure_catalogue()
    scores = tables["readability"].query("article == 'river-study' and scope == 'article'")
    return {
        "terms": {topic.id: len(topic.terms) for topic in topics},
        "reference": reference.groupby("measure", sort=False)["value"].sum().round(6).to_dict(),
        "catalogue": catalogue["sha256"].tolist(),
        "samples": [an.find_article(name).name for name in catalogue["id"] if name != "pentagon-call"],
        "words": tables["words_by_kind"].astype(str).to_dict("records"),
        "rows": {name: len(frame) for name, frame in tables.items()},
        "places": an.place_article(scores, reference)["place"].tolist(),
    }


if __name__ == "__main__":
    print(json.dumps(answers()))
