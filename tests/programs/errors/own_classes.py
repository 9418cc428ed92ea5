# COMPARE: exact
class AppError(Exception):
    """Base of all."""

class HttpError(AppError):
    retries = 0

    def __init__(self, status, url="/"):
        self.status = status
        self.url = url
        super().__init__(f"status {status} at {url}")

    def is_client(self):
        return 400 <= self.status < 500

class NotFound(HttpError):
    def __init__(self, url):
        super().__init__(404, url)
        self.hint = "look elsewhere"

class Teapot(HttpError):
    pass

class Weird(AppError):
    def __str__(self):
        return "weird!"

class NoInit(AppError):
    level = 3

def get(n):
    if n == 0:
        raise NotFound("/x")
    if n == 1:
        raise HttpError(500, url="/y")
    if n == 2:
        raise Teapot(418)
    if n == 3:
        raise Weird("nobody sees this")
    if n == 4:
        raise NoInit("some", 1)
    if n == 5:
        raise KeyError("k")
    return n

for n in range(7):
    try:
        print("got", get(n))
    except NotFound as e:
        print("not found:", e, e.status, e.url, e.hint, e.is_client())
    except HttpError as e:
        print(type(e).__name__, e, e.status, e.is_client(), e.retries)
        try:
            raise HttpError(1)
        except HttpError as inner:
            print("inner", inner.status, "outer", e.status)
    except AppError as e:
        print("app", e, repr(e))
        if isinstance(e, NoInit):
            print(e.level)
    except LookupError as e:
        print("lookup", e)

def nested():
    try:
        try:
            get(0)
        finally:
            try:
                get(1)
            except HttpError as e:
                print("in finally", e.status)
    except HttpError as e:
        print("outer sees", e.status, e)

nested()
err = NotFound("/late")
print(err.status, str(err))
try:
    raise err
except AppError as e:
    print("late", e)

def wrap():
    try:
        get(2)
    except Teapot as e:
        print("again", e.status)
        raise

try:
    wrap()
except HttpError as e:
    print("finally", e.status, e)
