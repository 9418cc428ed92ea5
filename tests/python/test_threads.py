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


@Phylanx
def nested(n):
    total = 0
    for i in range(n):
        for j in range(n):
            total += (i ^ j) & 3
    return total


@Phylanx
def waits(a):
    steps = 0
    while a[0] < 1e30:
        a[0] = a[0] * 0.5
        steps += 1
    return steps


@Phylanx
def arrays(a, n):
    for _ in range(n):
        a += 1
    return a


@pytest.mark.parametrize(
    "function, short, long",
    [(busy, (10,), (10**13,)), (nested, (3,), (10**7,)), (waits, (np.full(1, 2e30),), (np.ones(1),)), (arrays, (np.ones(100), 2), (np.ones(100), 10**12))],
    ids=["busy", "nested", "waits", "arrays"],
)
def test_control_c_stops_a_long_call(function, short, long):
    function(*short)
    threading.Timer(0.3, os.kill, (os.getpid(), signal.SIGINT)).start()
    began = time.perf_counter()
    with pytest.raises(KeyboardInterrupt) as caught:
        function(*long)
    assert time.perf_counter() - began < 20
    assert caught.tb.tb_frame is not None and caught.traceback[-1].frame.code.name == function.__name__
    assert function(*short) is not None


def test_a_handler_that_raises_nothing_lets_code_go_on():
    busy(10)
    seen = []
    before = signal.signal(signal.SIGINT, lambda *_: seen.append(1))
    try:
        Phylanx(scaled.__wrapped__)(np.ones(3), 1.0)
        threading.Timer(0.05, os.kill, (os.getpid(), signal.SIGINT)).start()
        assert busy(200_000_000) > 0
        time.sleep(0.1)
        assert seen == [1]
    finally:
        signal.signal(signal.SIGINT, before)
