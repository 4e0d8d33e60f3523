"""What gunicorn serves."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "socialmap.settings.production")
application = get_wsgi_application()
# Read it now: Django would miss it only at the first form, long after the start.
_ = settings.SECRET_KEY
