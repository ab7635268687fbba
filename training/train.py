"""Train the built-in model, with resume and periodic saving, on a CPU or a GPU.

`python -m training.train PACKED RUN --minutes 60` writes RUN/last.pt every few minutes and
goes on from it when it is there. The learning rate follows a cosine over the minutes asked for.
On a CPU, `--processes 2` gives each core its own process of one thread and averages gradients once a
step: where other programs want the cores too, threads that wait for each other lose most of their time.
"""

from __future__ import annotations

import argparse
import json
import math
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import distributed, multiprocessing
from torch.utils.data import DataLoader

from sam_annotator.engine.builtin import IMG_SIZE, PIXEL_MEAN, PIXEL_STD, assemble
from training.dataset import Recipe, RegionStream
from training.rounds import CORRECTIONS, prepare_images, train_step


def parse_arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("packed", type=Path, help="folder written by training.pack")
    parser.add_argument("run", type=Path, help="folder for checkpoints and the log")
    parser.add_argument("--minutes", type=float, default=60, help="length of this phase, resumed time included")
    parser.add_argument("--size", type=int, default=256, help="side of the training square in pixels")
    parser.add_argument("--batch", type=int, default=8, help="photographs per step, over all processes")
    parser.add_argument("--processes", type=int, default=1, help="processes that share a step, on a CPU")
    parser.add_argument("--regions", type=int, default=5, help="regions per photograph")
    parser.add_argument("--corrected", type=int, default=2, help="of them corrected after the first answer")
    parser.add_argument("--whole", type=float, default=0.4, help="share of photographs seen whole")
    parser.add_argument("--lr", type=float, default=8e-4)
    parser.add_argument("--final-lr", type=float, default=0.05, help="share of --lr at the end")
    parser.add_argument("--dense-weight", type=float, default=0.5)
    parser.add_argument("--scenes", type=float, default=0.15, help="share of generated scenes")
    parser.add_argument("--start", type=Path, help="checkpoint of an earlier phase to begin from")
    parser.add_argument("--workers", type=int, default=1, help="loader processes per process")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--save-minutes", type=float, default=3)
    return parser.parse_args()


def with_scenes(share: float) -> tuple[tuple[str, float], ...]:
    """Return the recipe's weights with another share of generated scenes."""
    real = [(name, weight) for name, weight in Recipe(0, 0, 0).weights if name != "scenes"]
    total = sum(weight for _, weight in real)
    return (*((name, weight / total * (1 - share)) for name, weight in real), ("scenes", share))


def make_optimizer(model: torch.nn.Module, lr: float) -> torch.optim.Optimizer:
    """AdamW that decays matrices and kernels, not norms and biases."""
    decay = [p for p in model.parameters() if p.ndim > 1]
    plain = [p for p in model.parameters() if p.ndim <= 1]
    groups = [{"params": decay, "weight_decay": 0.02}, {"params": plain, "weight_decay": 0.0}]
    return torch.optim.AdamW(groups, lr=lr, betas=(0.9, 0.98), fused=True)


class Trainer:
    """Network, running average of its weights, optimiser and clock of one run."""

    def __init__(self, args: argparse.Namespace, rank: int = 0) -> None:
        self.args, self.rank = args, rank
        self.device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        self.model: Any = assemble(IMG_SIZE).to(self.device).to(memory_format=torch.channels_last)
        self.optimizer = make_optimizer(self.model, args.lr)
        self.step, self.spent_s = 0, 0.0
        self.average = {k: v.detach().float().clone() for k, v in self.model.state_dict().items()}
        self.path: Path = args.run / "last.pt"
        if self.path.exists():
            self._resume(torch.load(self.path, map_location=self.device, weights_only=True), full=True)
        elif args.start is not None:
            self._resume(torch.load(args.start, map_location=self.device, weights_only=True), full=False)

    def _resume(self, saved: dict[str, Any], *, full: bool) -> None:
        self.model.load_state_dict(saved["model"] if full else saved["average"])
        self.average = {k: v.clone() for k, v in saved["average"].items()}
        self.optimizer.load_state_dict(saved["optimizer"])
        if full:
            self.step, self.spent_s = saved["step"], saved["spent_s"]

    def save(self) -> None:
        """Write last.pt in one move, so that a cut leaves the old or the new one."""
        partial = self.path.with_suffix(".partial")
        state = {
            "model": self.model.state_dict(),
            "average": self.average,
            "optimizer": self.optimizer.state_dict(),
            "step": self.step,
            "spent_s": self.spent_s,
            "size": self.args.size,
        }
        torch.save(state, partial)
        partial.replace(self.path)

    def learning_rate(self) -> float:
        """Return the rate of this moment: a short warm-up, then a cosine over the minutes."""
        done = min(1.0, self.spent_s / (60 * self.args.minutes))
        low = self.args.final_lr
        rate = low + (1 - low) * 0.5 * (1 + math.cos(math.pi * done))
        warm_up = 30 if self.args.start is not None else 150
        return float(self.args.lr * rate * min(1.0, (self.step + 1) / warm_up))

    def average_over_processes(self) -> None:
        """Give all processes the mean gradient and the mean of their clocks."""
        parameters = list(self.model.parameters())
        for p in parameters:
            if p.grad is None:
                p.grad = torch.zeros_like(p)
        flat = torch.cat([p.grad.reshape(-1) for p in parameters] + [torch.tensor([self.spent_s])])
        distributed.all_reduce(flat)
        flat /= self.args.processes
        start = 0
        for p in parameters:
            p.grad.copy_(flat[start : start + p.numel()].view_as(p.grad))
            start += p.numel()
        self.spent_s = float(flat[-1])

    def update(self) -> None:
        """Clip, step, and move the running average."""
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 3.0)
        for group in self.optimizer.param_groups:
            group["lr"] = self.learning_rate()
        self.optimizer.step()
        self.optimizer.zero_grad(set_to_none=True)
        self.step += 1
        keep = min(0.998, (1 + self.step) / (20 + self.step))
        with torch.no_grad():
            current = self.model.state_dict()
            torch._foreach_lerp_(list(self.average.values()), [current[k] for k in self.average], 1 - keep)

    def fit(self) -> None:
        """Train until the minutes are spent."""
        args = self.args
        recipe = Recipe(args.size, IMG_SIZE, args.regions, whole=args.whole, weights=with_scenes(args.scenes))
        stream = RegionStream(args.packed, recipe, 1000 * args.seed + 100_000 * self.rank + self.step)
        batch_size = args.batch // args.processes
        loader = DataLoader(stream, batch_size=batch_size, num_workers=args.workers, prefetch_factor=4)
        mean = torch.tensor(PIXEL_MEAN, device=self.device).view(1, 3, 1, 1)
        std = torch.tensor(PIXEL_STD, device=self.device).view(1, 3, 1, 1)
        rng = np.random.default_rng([args.seed, self.step, self.rank])
        plan = np.random.default_rng([args.seed, self.step])  # alike in all processes
        recent: list[dict[str, float]] = []
        saved_at = clock = time.monotonic()
        for batch in loader:
            images = prepare_images(batch, self.device, mean, std).to(memory_format=torch.channels_last)
            with torch.autocast(self.device.type, torch.bfloat16):
                between = int(plan.choice(CORRECTIONS))
                figures = train_step(
                    self.model,
                    batch,
                    images,
                    rng,
                    between=between,
                    corrected=args.corrected,
                    dense_weight=args.dense_weight,
                )
            recent.append(figures)
            now = time.monotonic()
            self.spent_s, clock = self.spent_s + now - clock, now
            if args.processes > 1:
                self.average_over_processes()
            self.update()
            if self.step % 50 == 0:
                self._log(recent)
                recent = []
            done = self.spent_s >= 60 * args.minutes
            if self.rank == 0 and (done or now - saved_at > 60 * args.save_minutes):
                self.save()
                saved_at = now
            if done:
                return

    def _log(self, recent: list[dict[str, float]]) -> None:
        means = {k: round(float(np.nanmean([r[k] for r in recent])), 4) for k in recent[0]}
        line = {"step": self.step, "minutes": round(self.spent_s / 60, 2), "lr": self.learning_rate(), **means}
        if self.rank == 0:
            with (self.args.run / "log.jsonl").open("a") as file:
                file.write(json.dumps(line) + "\n")
            print(json.dumps(line), flush=True)


def run_process(rank: int, args: argparse.Namespace, meeting: str) -> None:
    """Train as one of `args.processes`, which find each other at the address `meeting`."""
    if args.processes > 1:
        torch.set_num_threads(1)
        distributed.init_process_group("gloo", init_method=meeting, rank=rank, world_size=args.processes)
    torch.manual_seed(args.seed)
    Trainer(args, rank).fit()
    if args.processes > 1:
        distributed.destroy_process_group()


def main() -> None:
    """Run one phase of training."""
    args = parse_arguments()
    args.run.mkdir(parents=True, exist_ok=True)
    if args.processes == 1:
        run_process(0, args, "")
    else:
        with tempfile.TemporaryDirectory() as folder:
            meeting = f"file://{folder}/meeting"
            multiprocessing.spawn(run_process, (args, meeting), nprocs=args.processes)


if __name__ == "__main__":
    main()
