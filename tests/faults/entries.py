"""Print what visitors may see now, a line each: slug and public id.

python -m tests.faults.entries
"""

import sys

import django


def main() -> None:
    from django.utils import timezone

    from socialmap.models import Voorziening

    findable = Voorziening.objects.findable_on(timezone.localdate()).order_by("pk")
    for slug, public_id in findable.values_list("slug", "public_id"):
        sys.stdout.write(f"{slug} {public_id}\n")


if __name__ == "__main__":
    django.setup()
    main()
