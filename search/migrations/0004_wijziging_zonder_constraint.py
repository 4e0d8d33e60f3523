"""A consumer that leaves may not make a publication fail that wrote a change for it."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0003_zoekvragen"),
    ]

    operations = [
        migrations.AlterField(
            model_name="wijziging",
            name="afnemer",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="wijzigingen",
                to="search.afnemer",
            ),
        ),
    ]
