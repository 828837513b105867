# A thin front: what the commands do stands in scripts/, and each does its own set-up first.

.DEFAULT_GOAL := help
.PHONY: help serve build test

help: ## Show this list
	@grep -E '^[a-z]+: .*## ' $(MAKEFILE_LIST) | sed 's/^\([a-z]*\): .*## /  make \1\t/' | expand -t 16

serve: ## Build the release and serve it at http://127.0.0.1:8080 (PORT=… for another)
	@scripts/serve.sh

build: ## Build the release into dist/
	@scripts/build.sh

test: ## Run every test
	@scripts/test.sh
