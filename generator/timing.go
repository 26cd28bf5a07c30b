package generator

import (
	"sync/atomic"
	"time"
)

// A stage is a part of the way that is timed.
type stage int

const (
	reading       stage = iota // source
	understanding              // openapi
	naming                     // sdk
	printing                   // code
	paging                     // docs
	writing                    // output
	stages
)

func (s stage) String() string {
	return [...]string{"source", "openapi", "sdk", "code", "docs", "output"}[s]
}

// Timings tell where a run's time went.
type Timings struct {
	Stages []StageTime
	Wall   time.Duration
	CPU    time.Duration // of the whole process, garbage collection included; 0 where unknown
	MaxRSS int64         // bytes; 0 where unknown
}

// A StageTime is the time spent in one room, summed over documents that run side by side.
type StageTime struct {
	Name string
	Time time.Duration
}

// times sums up while goroutines are at work.
type times struct {
	begin time.Time
	spent [stages]atomic.Int64
}

func newTimes() *times { return &times{begin: time.Now()} }

// A watch times the stages of one goroutine: each lap is the time since the last.
type watch struct {
	times *times
	last  time.Time
}

func (t *times) watch() *watch { return &watch{times: t, last: time.Now()} }

func (w *watch) lap(s stage) {
	now := time.Now()
	w.times.spent[s].Add(int64(now.Sub(w.last)))
	w.last = now
}

func (t *times) total() Timings {
	all := Timings{Wall: time.Since(t.begin)}
	for s := range stages {
		all.Stages = append(all.Stages, StageTime{s.String(), time.Duration(t.spent[s].Load())})
	}
	all.CPU, all.MaxRSS = resources()
	return all
}
