package sdk

import "strings"

// verbs are the words that begin operations and their summaries.
var verbs = set(`
	abort accept accumulate acknowledge acquire activate add adjust advance allow answer append apply approve archive
	assign associate attach authenticate authorize auto ban batch begin bind block bootstrap browse build bulk buy
	bypass calculate call cancel capture change chat check checkout claim classify cleanup clear clone close collect
	commit compare complete compute configure confirm connect consume control convert copy count create deactivate
	deauthorize debit decline decrease decrypt define delete deliver deny deploy deprovision describe destroy detach
	detect determine diff disable disassociate disconnect dismiss dispatch display download drain drop duplicate edit
	embed emit enable encrypt end enqueue enroll ensure erase estimate evaluate execute exchange exclude expire export
	extend extract fail fetch fill filter finalize find finish flush follow forget fork format forward fund generate
	get give grant handle hide hold identify ignore impersonate import include increase increment index indicate ingest
	initialize initiate insert inspect install introspect invalidate invite invoke issue join kick kill launch leave
	link list listen load lock login logout lookup make manage map mark match merge migrate modify monitor move mute
	notify obtain open opt order override pair parse patch pause pay perform permit pin ping play poll pop populate
	post preview print process promote provision publish pull purchase purge push put query queue quit read
	reactivate rebuild receive recover recreate redeliver redeploy redirect refresh refund regenerate register reject
	release reload remove rename render renew reopen reorder repair replace reply report reprocess request require
	rerun resend reserve reset resize resolve respond restart restore restrict resume retire retrieve retry return
	revalidate reverse revert review revoke rewrite roll rollback rotate route run save scan schedule score search
	select send set share show shutdown sign simulate skip snooze split star start stop store stream submit subscribe
	succeed suggest suspend swap switch sync synchronize tag terminate test toggle track transcribe transfer
	transform translate trigger truncate try unapprove unarchive unassign unban unblock unfollow uninstall unlink unlock
	unmark unmute unpause unpin unregister unreject unstack unstar unsubscribe unsuspend update upgrade upload upsert use validate
	verify view void vote wait watch withdraw write
	affect allow apply carry contain control define denote depend describe determine hold mean name point provide represent
	say specify state tell
`)

// isVerb tells whether a word can begin an operation.
func isVerb(word string) bool { return verbs[strings.ToLower(word)] }

// prepositions end the noun in an operation's words: "get pet by id".
var prepositions = set(`about across after against and as at before by during for from in into of on or over per through to under until using via with within without`)

// thirdPerson is the form of a verb that comments use: "Create" → "creates".
func thirdPerson(verb string) string {
	lower := strings.ToLower(verb)
	switch {
	case lower == "undo" || lower == "do" || lower == "go" || hasAnySuffix(lower, "ss", "sh", "ch", "x", "zz"):
		return lower + "es"
	case strings.HasSuffix(lower, "y") && len(lower) > 1 && !strings.ContainsRune("aeiou", rune(lower[len(lower)-2])):
		return lower[:len(lower)-1] + "ies"
	}
	return lower + "s"
}
