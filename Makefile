# Two commands: `make run` shows the site with demo data, `make test` runs every test.
.PHONY: run test test-full lint bench bench-relevance bench-search requirements help

help:
	@echo "make run        de site met voorbeelden, op PORT (8000)"
	@echo "make test       alle tests, ook PostgreSQL en de browser (15 minuten)"
	@echo "make test-full  de lange tests (30 minuten)"
	@echo "make lint       stijl, typen en sjablonen"
	@echo "make bench      de metingen van benchmarks/"
	@echo "make bench-relevance  hoe goed de volgorde is, met beoordeelde vragen"
	@echo "make bench-search     hoe snel zoeken is, ook met een half miljoen voorzieningen"
	@echo "make requirements  de vastgezette pakketten opnieuw bepalen"

run:
	@sh deploy/bootstrap.sh deploy.run

test:
	@sh deploy/bootstrap.sh deploy.test fast

test-full:
	@sh deploy/bootstrap.sh deploy.test full

lint:
	@sh deploy/bootstrap.sh deploy.lint

bench:
	@sh deploy/bootstrap.sh deploy.bench pages

bench-relevance:
	@sh deploy/bootstrap.sh deploy.bench relevance

bench-search:
	@sh deploy/bootstrap.sh deploy.bench search

requirements:
	@sh deploy/bootstrap.sh deploy.requirements
