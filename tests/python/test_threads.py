"""Threads, signals, fork, and other compilers in the process."""

import multiprocessing
import os
import signal
import threading
import time

import numpy as np
import pytest

from phylanx import Phylanx


@Phylanx
def busy(n):
    total = 0.0
    for i in range(n):
        total += (i % 7) * 0.5
    return total


@Phylanx
def scaled(a, k):
    return (a * k).sum()


def test_the_lock_of_python_is_free_while_code_runs():
    busy(10)
    started, count = threading.Event(), 0
    done = []

    def work():
        started.set()
        done.append(busy(300_000_000))

    thread = threading.Thread(target=work)
    thread.start()
    started.wait()
    began = time.perf_counter()
    while not done and time.perf_counter() - began < 60:
        count += 1
        time.sleep(0.001)
    thread.join()
    assert done and count > 20


def test_several_threads_call_at_once():
    arrays = [np.full(1000, float(k)) for k in range(8)]
    results = [[] for _ in arrays]

    def work(at):
        for _ in range(50):
            results[at].append(scaled(arrays[at], 2.0))

    threads = [threading.Thread(target=work, args=(at,)) for at in range(len(arrays))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [[2000.0 * k] * 50 for k in range(8)]


def _child(queue):
    queue.put(scaled(np.ones(200_000), 3.0))


def test_calls_go_on_after_fork():
    assert scaled(np.ones(200_000), 2.0) == 400_000
    context = multiprocessing.get_context("fork")
    queue = context.Queue()
    process = context.Process(target=_child, args=(queue,))
    process.start()
    assert queue.get(timeout=60) == 600_000
    process.join(60)
    assert process.exitcode == 0
