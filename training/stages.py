"""The stages of training, one after the other; each reads what the one before it wrote and can be run again.

config.toml    the config, as given
table.npz      dataset: one row for each release
fits.json      fit: the step tables of each harm
model.json     calibrate: the model, as it would be served
calibration.json          how each harm was calibrated, and why
metrics.json   evaluate: every figure on people and dates never seen; with report.html and pictures
CARD.md        card: what the model is for, and its limits
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from shutil import copyfile

import msgspec
import numpy as np

from riskflag.classifier.harm import Harm
from riskflag.classifier.model import Model
from riskflag.classifier.model_file import write
from riskflag.errors import BadInput, ModelUnusable
from riskflag.persistence.published_models import CURRENT_FILE, model_in_service
from riskflag.service import Actor, open_service
from riskflag.settings import Settings
from riskflag.vocabulary import Role
from training.additive import AdditiveFit
from training.assemble import assemble
from training.calibrate import Calibration
from training.config import TrainingConfig, read_config
from training.dataset import People, SimulatedPeople, Told, build_table
from training.evaluation.card import Learned, write_card
from training.evaluation.drift import as_text, drift
from training.evaluation.evaluation import Evaluation, as_json, evaluate, from_json
from training.evaluation.report import write_report
from training.extract import ExtractPeople
from training.fit import fit_harms
from training.gates import refusals
from training.publish import publish, put_into_service
from training.table import Part, Table, read_table

WRITTEN = (
    "table.npz",
    "fits.json",
    "model.json",
    "calibration.json",
    "metrics.json",
    "gates.json",
    "report.html",
    "CARD.md",
)
"""What the stages write, in order."""
ENOUGH_SERVED = 200
TOO_FEW_SERVED = f"With fewer than {ENOUGH_SERVED} answers much of this is chance: read nothing into it yet."
NOT_COMPARED = "the model in service cannot be asked the same, so the two could not be compared"


@dataclass(frozen=True, slots=True)
class Run:
    """One training run.

    folder: where its files lie
    jobs: how many processes; no file depends on it
    """

    folder: Path
    jobs: int = 1

    @property
    def config(self) -> TrainingConfig:
        """Its config. Raises BadInput."""
        return read_config(self.folder / "config.toml")

    @property
    def table(self) -> Table:
        """Its table. Raises BadInput where the stage ``dataset`` has not been run."""
        return read_table(self.needed("table.npz", "dataset"))

    @property
    def model(self) -> Model:
        """Its model. Raises BadInput where the stage ``calibrate`` has not been run."""
        return msgspec.json.decode(self.needed("model.json", "calibrate").read_bytes(), type=Model)

    def outdate(self, name: str) -> None:
        """Removes a file that is about to be written, and all that later stages made of it: what is published
        was judged as it is."""
        for each in WRITTEN[WRITTEN.index(name) :]:
            (self.folder / each).unlink(missing_ok=True)

    def needed(self, name: str, stage: str) -> Path:
        """A file that a stage writes. Raises BadInput where it is not there."""
        path = self.folder / name
        if not path.is_file():
            raise BadInput({"run": f"has no {name} yet: run the stage {stage} first"})
        return path


def begin(config: Path, run: Run) -> None:
    """Puts a config into a run's folder. Raises BadInput where the config is wrong."""
    read_config(config)
    run.folder.mkdir(parents=True, exist_ok=True)
    if config.resolve() != (run.folder / "config.toml").resolve():
        copyfile(config, run.folder / "config.toml")


def people_of(config: TrainingConfig, jobs: int) -> People:
    """The people that a config names."""
    if config.cohort is not None:
        return SimulatedPeople(config.cohort)
    if config.extract is None:
        raise BadInput({"extract": "must be given, or cohort in its place"})
    return ExtractPeople(Path(config.extract.folder), jobs, decisions=config.extract.decisions)


def dataset(run: Run, told: Told | None = None) -> Table:
    """People -> table."""
    run.outdate("table.npz")
    table = build_table(people_of(run.config, run.jobs), run.config.split, run.jobs, told)
    table.write(run.folder / "table.npz")
    return table


def fit(run: Run) -> Mapping[Harm, AdditiveFit]:
    """Table -> fits."""
    run.outdate("fits.json")
    fits = fit_harms(run.table.of(Part.TRAIN), run.config.fit, run.jobs)
    (run.folder / "fits.json").write_bytes(msgspec.json.encode(fits))
    return fits


def calibrate(run: Run) -> Model:
    """Fits -> model."""
    run.outdate("model.json")
    content = run.needed("fits.json", "fit").read_bytes()
    fits = msgspec.json.decode(content, type=dict[Harm, AdditiveFit])
    table = run.table
    made = assemble(fits, table.of(Part.TRAIN), table.of(Part.CALIBRATE), run.config)
    (run.folder / "model.json").write_bytes(write(made.model))
    (run.folder / "calibration.json").write_bytes(msgspec.json.encode(made.calibrations))
    return made.model


def calibrations(run: Run) -> Mapping[Harm, Calibration]:
    """How each harm was calibrated."""
    content = run.needed("calibration.json", "calibrate").read_bytes()
    return msgspec.json.decode(content, type=dict[Harm, Calibration])


def evaluated(run: Run, models: Path) -> Evaluation:
    """Model -> every figure, beside the model in service where there is one on the same features; report and
    card, with every reason for which the model may not be put into service."""
    run.outdate("metrics.json")
    table, model = run.table, run.model
    test, train = table.of(Part.TEST), table.of(Part.TRAIN)
    incumbent, obstacle = in_service_beside(models, model)
    evaluation = evaluate(model, test, incumbent, learned_from=train.vectors)
    reasons = (*obstacle, *refusals(evaluation, evaluate(incumbent, test) if incumbent else None))
    by_officers = run.config.extract is not None and run.config.extract.decisions
    learned = Learned(*_size(train), *_size(table.of(Part.CALIBRATE)), by_officers)
    (run.folder / "metrics.json").write_bytes(as_json(evaluation))
    (run.folder / "gates.json").write_bytes(msgspec.json.encode(reasons))
    _text(run.folder / "report.html", write_report(model, evaluation, reasons))
    _text(run.folder / "CARD.md", write_card(model, evaluation, calibrations(run), learned))
    return evaluation


def in_service_beside(models: Path, model: Model) -> tuple[Model | None, tuple[str, ...]]:
    """The model in service, and why it could not be compared with this one where it could not."""
    if not (models / CURRENT_FILE).is_file():
        return None, ()
    try:
        incumbent = model_in_service(models, model.schema)
    except ModelUnusable:
        return None, (NOT_COMPARED,)
    return (incumbent, ()) if incumbent.features == model.features else (None, (NOT_COMPARED,))


def reasons_against(run: Run) -> tuple[str, ...]:
    """Every reason for which the model may not be put into service. Raises BadInput where the stage
    ``evaluate`` has not been run."""
    content = run.needed("gates.json", "evaluate").read_bytes()
    return msgspec.json.decode(content, type=tuple[str, ...])


def published(run: Run, models: Path, *, serve: bool, not_compared: bool = False) -> Path:
    """Model and figures -> a published version, in service where ``serve``. Raises BadInput where a gate
    refuses it.

    not_compared: whether it may pass although it could not be compared with the model in service
    """
    reasons = [each for each in reasons_against(run) if not (not_compared and each == NOT_COMPARED)]
    if reasons:
        raise BadInput({f"gate {number}": reason for number, reason in enumerate(reasons, start=1)})
    names = ["metrics.json", "CARD.md", "report.html"]
    files = {name: run.needed(name, "evaluate").read_bytes() for name in names}
    files["config.toml"] = (run.folder / "config.toml").read_bytes()
    version = publish(models, run.model, files)
    if serve:
        put_into_service(models, run.model.version)
    return version


def drifted(models: Path, settings: Settings) -> str:
    """Whether the people whom the model in service scored still look like those it learned from. Raises
    ModelUnusable, and BadInput where it has scored nobody."""
    model = model_in_service(models)
    evaluation = from_json((models / model.version / "metrics.json").read_bytes())
    service = open_service(replace(settings, models=None))
    try:
        vectors = service.served_inputs(model.version, Actor("training", Role.DATA_SCIENTIST))
    finally:
        service.close()
    if not vectors:
        raise BadInput({"database": "holds no answer that this model scored"})
    told = as_text(drift(model, evaluation.inputs, np.array(vectors, dtype=np.float64)), len(vectors))
    return told if len(vectors) >= ENOUGH_SERVED else f"{told}\n{TOO_FEW_SERVED}"


def _size(table: Table) -> tuple[int, int]:
    return len(table), len(np.unique(table.person))


def _text(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
