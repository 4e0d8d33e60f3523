# Two commands: `make run` shows the site with demo data, `make test` runs every test.
.PHONY: run test test-full lint bench requirements help

help:
	@echo "make run        de site met voorbeelden, op PORT (8000)"
	@echo "make test       alle tests, ook PostgreSQL en de browser (15 minuten)"
	@echo "make test-full  de lange tests (30 minuten)"
	@echo "make lint       stijl, typen en sjablonen"
	@echo "make bench      de metingen van benchmarks/"
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
	@sh deploy/bootstrap.sh deploy.bench

requirements:
	@sh deploy/bootstrap.sh deploy.requirements
