from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

pytestmark = pytest.mark.django_db
PNG = bytes.fromhex("89504e470d0a1a0a")


@pytest.fixture
def media_root(settings: Settings, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def upload(root: Path, name: str, content: bytes = PNG) -> None:
    target = root / name
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)


def test_a_picture_is_shown_and_cannot_run_anything(client: Client, media_root: Path) -> None:
    upload(media_root, "images/foto.png")

    response = client.get("/media/images/foto.png")

    assert b"".join(response) == PNG
    assert response.headers["Content-Type"] == "image/png"
    assert "sandbox" in response.headers["Content-Security-Policy"]
    assert response.headers["X-Content-Type-Options"] == "nosniff"


def test_a_picture_that_a_browser_has_is_not_sent_again(client: Client, media_root: Path) -> None:
    upload(media_root, "images/foto.png")
    first = client.get("/media/images/foto.png")
    first.close()

    second = client.get(
        "/media/images/foto.png", HTTP_IF_MODIFIED_SINCE=first.headers["Last-Modified"]
    )

    assert second.status_code == 304


@pytest.mark.parametrize(
    "name",
    [
        "images/pagina.html",
        "images/tekening.svg",
        "original_images/foto.png",
        "documents/brief.pdf",
        "images/bestaat-niet.png",
    ],
)
def test_what_is_no_public_picture_does_not_exist(
    client: Client, media_root: Path, name: str
) -> None:
    if "bestaat-niet" not in name:
        upload(media_root, name)

    assert client.get(f"/media/{name}").status_code == 404


@pytest.mark.parametrize(
    "name", ["../geheim.png", "images/../../geheim.png", "images/%2e%2e/%2e%2e/geheim.png"]
)
def test_nothing_outside_the_folder_is_served(client: Client, media_root: Path, name: str) -> None:
    upload(media_root.parent, "geheim.png")

    assert client.get(f"/media/{name}").status_code == 404
