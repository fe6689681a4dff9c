"""A real Django that sets and reads cookies for the tests. It prints its port, and ends with its standard input.

POST /set, a list of cookies as JSON: the reply sets them. POST /get, a list of questions as JSON, with a Cookie header: the
reply answers each with {"value": ...} or {"error": ...}. A member `time`, in seconds, stops the clock.
"""

import contextlib
import datetime
import json
import sys
import threading
import time
from unittest import mock
from urllib.parse import unquote
from wsgiref.simple_server import WSGIRequestHandler, make_server

import django
from django.conf import settings
from django.core import signing
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse, JsonResponse
from django.urls import path

settings.configure(
    ALLOWED_HOSTS=['*'],
    MIDDLEWARE=[],
    ROOT_URLCONF=__name__,
    SECRET_KEY=sys.argv[1],
    USE_TZ=True,
)
django.setup()


def cookie_signer(name, salt):
    """The signer of today's Djangos, whose salt this one does not make by itself."""
    return signing.get_cookie_signer(salt=f'django.http.cookies.v2:{len(salt)}:{salt}{name}')


def set_cookie(response, form, name, value, salt=''):
    if form == 'plain':
        response.set_cookie(name, value)
    elif form == 'json':
        response.set_cookie(name, json.dumps(value))
    elif form == 'legacy':
        response.set_signed_cookie(name, value, salt=salt)
    elif form == 'v2':
        response.set_cookie(name, cookie_signer(name, salt).sign(value))
    elif form == 'dumps':
        response.set_cookie(name, signing.dumps(value, salt=salt or 'django.core.signing', compress=True))
    elif form == 'consent':
        # As a view writes it that knows nothing of us.
        record = {'categories': value, 'timestamp': datetime.datetime.now(datetime.timezone.utc).isoformat(), 'version': 1}
        response.set_cookie(name, json.dumps(record), max_age=31536000, secure=True, httponly=True, samesite='Strict')


def get_cookie(cookies, request, form, name, salt='', max_age=None):
    if form == 'plain':
        return cookies[name]
    if form == 'json':
        return json.loads(cookies[name])
    if form == 'legacy':
        return request.get_signed_cookie(name, salt=salt, max_age=max_age)
    if form == 'v2':
        return cookie_signer(name, salt).unsign(cookies[name], max_age=max_age)
    if form == 'dumps':
        return signing.loads(cookies[name], salt=salt or 'django.core.signing', max_age=max_age)
    if form == 'unquoted':
        return unquote(cookies[name])
    if form == 'consent':
        return json.loads(unquote(cookies[name]))
    if form == 'verified':
        return signing.Signer(salt='assent.consent').signature(unquote(cookies[name])) == cookies[f'{name}.sig']
    raise ValueError(form)


@contextlib.contextmanager
def clock(at):
    with mock.patch('time.time', lambda: at) if at is not None else contextlib.nullcontext():
        yield


def set_view(request):
    body = json.loads(request.body)
    response = HttpResponse('ok')
    with clock(body.get('time')):
        for cookie in body['cookies']:
            set_cookie(response, **cookie)
    return response


def get_view(request):
    body = json.loads(request.body)
    answers = []
    with clock(body.get('time')):
        for cookie in body['cookies']:
            try:
                answers.append({'value': get_cookie(request.COOKIES, request, **cookie)})
            except (KeyError, ValueError, signing.BadSignature) as error:
                answers.append({'error': type(error).__name__})
    return JsonResponse(answers, safe=False)


urlpatterns = [path('set', set_view), path('get', get_view)]


class Quiet(WSGIRequestHandler):
    def log_message(self, *args):
        pass


server = make_server('127.0.0.1', 0, get_wsgi_application(), handler_class=Quiet)
threading.Thread(target=server.serve_forever, daemon=True).start()
print(json.dumps({'port': server.server_port, 'django': django.get_version(), 'started': time.time()}), flush=True)
sys.stdin.read()
