"""A programme on Ray: build.py ESEP PROGRAMME OUT [OPTION...]. A study lost with its worker is built again."""

import subprocess
import sys
from pathlib import Path

import ray

esep, programme, out, *options = sys.argv[1:]


@ray.remote(num_cpus=1, max_retries=5)
def build(study: str) -> tuple[str, int]:
    command = [esep, "build", str(Path(programme) / study), "--out", str(Path(out) / study), "--quiet", *options]
    return study, subprocess.run(command, check=False).returncode


ray.init(ignore_reinit_error=True, include_dashboard=False)
studies = sorted(file.parent.name for file in Path(programme).glob("*/study.json"))
ended = ray.get([build.remote(study) for study in studies])
faulty = [study for study, code in ended if code != 0]
print(f"{len(ended)} studies, {len(faulty)} faulty: {faulty}")
sys.exit(1 if faulty else 0)
