package main

//go:generate go tool sdkc generate --quiet
