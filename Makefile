# A thin front: what the commands do stands in scripts/, and each does its own set-up first.

.DEFAULT_GOAL := help
.PHONY: help serve build single test audit bench

help: ## Show this list
	@grep -E '^[a-z]+: .*## ' $(MAKEFILE_LIST) | sed 's/^\([a-z]*\): .*## /  make \1\t/' | expand -t 16

serve: ## Build the release and serve it at http://127.0.0.1:8080 (PORT=…, SEEDS=folder)
	@scripts/serve.sh

build: ## Build the release into dist/ (SEEDS=folder: of the articles there)
	@scripts/build.sh

single: ## Build, and say where the edition in one file is
	@scripts/build.sh
	@if [ -f dist/readback.html ]; then \
	  echo "==> dist/readback.html is the whole of it in one file, which opens by a double click"; \
	else echo "==> So many articles do not fit into one file: dist/ is what there is"; fi

test: ## Run every test
	@scripts/test.sh

audit: ## Measure how good the questions are of all articles that come with it
	@cargo run --quiet --release -- audit seeds/* tests/articles/*.txt tests/articles/*.md

bench: ## Measure time and memory of making questions (LONG=1: a corpus of 1,000 articles too)
	@scripts/bench.sh
