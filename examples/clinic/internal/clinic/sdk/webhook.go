package sdk

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"time"
)

// A Verifier tells whether a request that claims to be a webhook comes from the API. The body is whole; the request's
// own has been read. Its error is never sent to the caller.
type Verifier func(r *http.Request, body []byte) error

// Webhooks says how requests of the API are received.
type Webhooks struct {
	Verify Verifier // required
	Limit  int64    // of a body, in bytes; 0 is 1 MiB

	// Report is told why a request was not answered with 204; nil keeps it to itself.
	Report func(r *http.Request, err error)
}

// ErrSignature is why a [Verifier] refuses a request; [ErrTimestamp] why a genuine one comes too late.
var (
	ErrSignature = errors.New("the webhook's signature is not valid")
	ErrTimestamp = errors.New("the webhook's timestamp is too far from now")
)

const webhookLimit = 1 << 20

// ReadWebhook reads a request's body within the limit and verifies it. The request can be read again.
func (w Webhooks) ReadWebhook(r *http.Request) ([]byte, error) {
	if w.Verify == nil {
		return nil, errors.New("webhooks have no verifier")
	}
	limit := w.Limit
	if limit <= 0 {
		limit = webhookLimit
	}
	var body []byte
	if r.Body != nil {
		var err error
		if body, err = io.ReadAll(http.MaxBytesReader(nil, r.Body, limit)); err != nil {
			return nil, err
		}
	}
	r.Body = io.NopCloser(bytes.NewReader(body))
	return body, w.Verify(r, body)
}

// HandleWebhook is [Webhooks.Handler] for requests with a body, which is JSON or a form: handle gets it decoded. The
// answer to one that does not decode is 400.
func HandleWebhook[T any](w Webhooks, handle func(r *http.Request, event *T) error) http.Handler {
	return w.Handler(func(r *http.Request) error {
		event := new(T)
		if err := decodeWebhook(r, event); err != nil {
			return err
		}
		return handle(r, event)
	})
}

// Handler answers requests of the API: it verifies each and gives it to handle, which can read the body. The answer is
// 204, or 401 for a bad signature, 413 for a body over the limit, and 500 where handle returns an error; none of them
// shows the error, which w.Report is told.
func (w Webhooks) Handler(handle func(r *http.Request) error) http.Handler {
	return http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		status, err := w.receive(r, handle)
		if err != nil && w.Report != nil {
			w.Report(r, err)
		}
		if status == http.StatusNoContent {
			rw.WriteHeader(status)
			return
		}
		http.Error(rw, http.StatusText(status), status)
	})
}

func (w Webhooks) receive(r *http.Request, handle func(*http.Request) error) (status int, err error) {
	_, err = w.ReadWebhook(r)
	if tooLarge := new(http.MaxBytesError); errors.As(err, &tooLarge) {
		return http.StatusRequestEntityTooLarge, err
	}
	if errors.Is(err, ErrSignature) || errors.Is(err, ErrTimestamp) {
		return http.StatusUnauthorized, err
	}
	if err != nil {
		return http.StatusBadRequest, err
	}
	err = handle(r)
	switch {
	case errors.Is(err, errUndecodable):
		return http.StatusBadRequest, err
	case err != nil:
		return http.StatusInternalServerError, err
	}
	return http.StatusNoContent, nil
}

var errUndecodable = errors.New("the webhook's body does not decode")

// decodeWebhook reads JSON, or the fields of a form, and lets handle read the body again.
func decodeWebhook(r *http.Request, event any) error {
	body, err := io.ReadAll(r.Body)
	r.Body = io.NopCloser(bytes.NewReader(body))
	text := toUTF8(body, r.Header.Get("Content-Type"))
	if err == nil && isForm(r.Header.Get("Content-Type")) {
		var form url.Values
		if form, err = url.ParseQuery(string(body)); err == nil {
			text, err = encodeJSON(formMembers(form)) // the second, lenient reading takes texts for numbers
		}
	}
	if err == nil {
		err = decode(text, event)
	}
	if err != nil {
		return fmt.Errorf("%w: %w", errUndecodable, err)
	}
	return nil
}

func isForm(contentType string) bool {
	return bareType(contentType) == "application/x-www-form-urlencoded"
}

// formMembers has a list only where a key comes more than once.
func formMembers(form url.Values) map[string]any {
	members := make(map[string]any, len(form))
	for key, values := range form {
		members[key] = values
		if len(values) == 1 {
			members[key] = values[0]
		}
	}
	return members
}

func sum256(key, message []byte) []byte {
	mac := hmac.New(sha256.New, key)
	mac.Write(message)
	return mac.Sum(nil)
}

// recent refuses a stamp, in seconds since 1970, that is more than five minutes off.
func recent(stamp string) error {
	seconds, err := strconv.ParseInt(stamp, 10, 64)
	if err != nil || time.Since(time.Unix(seconds, 0)).Abs() > 5*time.Minute {
		return ErrTimestamp
	}
	return nil
}
