package golden

var vapiUnions = []unionCase{
	{
		name: "session messages of every kind", typ: "vapi.Session",
		json: `{"id":"0d1f","orgId":"77aa","createdAt":"2026-02-03T10:00:00Z","updatedAt":"2026-02-03T10:05:00Z","messages":[
			{"role":"system","message":"You answer for a bakery.","time":1770112800000,"secondsFromStart":0},
			{"role":"user","message":"Two rye loaves, please.","time":1770112803000,"endTime":1770112805500,"secondsFromStart":3,"duration":2500},
			{"role":"assistant","content":"For tomorrow?"},
			{"role":"assistant","tool_calls":[{"id":"call_9","type":"function","function":{"name":"order","arguments":"{\"loaves\":2}"}}]},
			{"role":"tool","content":"{\"order\":41}","tool_call_id":"call_9"},
			{"role":"developer","content":"Mention the discount.","name":"ops"}]}`,
		variants: `messages.0 SystemMessage
			messages.1 UserMessage
			messages.2 AssistantMessage
			messages.3 AssistantMessage
			messages.4 ToolMessage
			messages.5 DeveloperMessage`,
	},
	{
		name: "a user message without its end", typ: "vapi.SessionMessage",
		json:     `{"role":"user","message":"Hello?","time":1770112803000,"secondsFromStart":3}`,
		variants: `UserMessage`,
		sent:     `{"role":"user","message":"Hello?","time":1770112803000,"endTime":0,"secondsFromStart":3}`,
	},
	{name: "a message of another role", typ: "vapi.SessionMessage", json: `{"role":"critic","score":7}`, variants: `Unknown`},
	{name: "no message", typ: "vapi.SessionMessage", json: `null`},
	{
		name: "messages of a call whose shapes are the same", typ: "vapi.Call",
		json: `{"id":"c1","orgId":"77aa","createdAt":"2026-02-03T10:00:00Z","updatedAt":"2026-02-03T10:05:00Z","messages":[
			{"role":"bot","message":"Good morning.","time":1,"endTime":2,"secondsFromStart":0.5},
			{"role":"user","message":"Morning.","time":3,"endTime":4,"secondsFromStart":2},
			{"role":"tool_calls","toolCalls":[{"id":"t1"}],"message":"","time":5,"secondsFromStart":4},
			{"role":"tool_call_result","toolCallId":"t1","name":"order","result":"41","time":6,"secondsFromStart":5}]}`,
		variants: `messages.0 BotMessage
			messages.1 UserMessage
			messages.2 ToolCallMessage
			messages.3 ToolCallResultMessage`,
	},
	{
		name: "costs", typ: "vapi.Call",
		json: `{"id":"c1","orgId":"77aa","createdAt":"2026-02-03T10:00:00Z","updatedAt":"2026-02-03T10:05:00Z","costs":[
			{"type":"transport","provider":"twilio","minutes":3.25,"cost":0.0455},
			{"type":"transcriber","transcriber":{"provider":"deepgram","model":"nova-3"},"minutes":3.2,"cost":0.032},
			{"type":"model","model":{"provider":"openai","model":"gpt-4.1"},"promptTokens":1820,"completionTokens":96,"cost":0.0041},
			{"type":"voice","voice":{"provider":"vapi"},"characters":512,"cost":0.011},
			{"type":"vapi","subType":"normal","minutes":3.25,"cost":0.1625},
			{"type":"analysis","analysisType":"summary","model":{"model":"gpt-4.1-mini"},"promptTokens":900,"completionTokens":40,"cost":0.0002},
			{"type":"carbon","grams":12}]}`,
		variants: `costs.0 TransportCost
			costs.1 TranscriberCost
			costs.2 ModelCost
			costs.3 VoiceCost
			costs.4 VapiCost
			costs.5 AnalysisCost
			costs.6 Unknown`,
	},
	{
		name: "an assistant's providers", typ: "vapi.CreateAssistantDTO",
		json: `{"name":"Baker","transcriber":{"provider":"deepgram","model":"nova-3","language":"en-GB"},
			"model":{"provider":"anthropic","model":"claude-sonnet-4-20250514","temperature":0.2,"tools":[{"type":"endCall"},{"type":"dtmf"},
				{"type":"transferCall","destinations":[{"type":"number","number":"+15005550006"},{"type":"sip","sipUri":"sip:desk@bakery.example"}]}]},
			"voice":{"provider":"11labs","voiceId":"burt","stability":0.4},"voicemailDetection":"off",
			"credentials":[{"provider":"11labs","apiKey":"k1"},{"provider":"webhook","authenticationPlan":{"type":"bearer","token":"t"}}]}`,
		variants: `transcriber DeepgramTranscriber
			model AnthropicModel
			model.tools.0 CreateEndCallToolDTO
			model.tools.1 CreateDTMFToolDTO
			model.tools.2 CreateTransferCallToolDTO
			model.tools.2.destinations.0 TransferDestinationNumber
			model.tools.2.destinations.1 TransferDestinationSIP
			voice ElevenLabsVoice
			voicemailDetection string
			credentials.0 CreateElevenLabsCredentialDTO
			credentials.1 CreateWebhookCredentialDTO
			credentials.1.authenticationPlan BearerAuthenticationPlan`,
	},
	{
		name: "providers that came after this version", typ: "vapi.CreateAssistantDTO",
		json:     `{"transcriber":{"provider":"whispering-gallery","ears":3},"voice":{"provider":"choir","voiceId":"alto"}}`,
		variants: "transcriber Unknown\nvoice Unknown",
	},
	{
		name: "numbers in strings, and members nobody knows", typ: "vapi.CallCost",
		json:     `{"type":"vapi","subType":"overage","minutes":"12","cost":"0.5","currency":"USD"}`,
		variants: `VapiCost`,
		sent:     `{"type":"vapi","subType":"overage","minutes":12,"cost":0.5}`,
	},
	{
		name: "a chat's input, text or messages", typ: "vapi.CreateChatDTOInput",
		json: `"Is the shop open on Sunday?"`, variants: `string`,
	},
	{
		name: "a chat's input in messages", typ: "vapi.CreateChatDTOInput",
		json:     `[{"role":"developer","content":"Be brief."},{"role":"assistant","content":"Yes?"}]`,
		variants: "[]CreateChatDTOInputMessageArrayItem\n0 DeveloperMessage\n1 AssistantMessage",
	},
	{
		name: "phone numbers", typ: "vapi.PhoneNumberPaginatedResponse",
		json: `{"results":[
			{"id":"p1","orgId":"o","createdAt":"2026-02-03T10:00:00Z","updatedAt":"2026-02-03T10:05:00Z","provider":"twilio","number":"+15005550006","twilioAccountSid":"AC1"},
			{"id":"p2","orgId":"o","createdAt":"2026-02-03T10:00:00Z","updatedAt":"2026-02-03T10:05:00Z","provider":"vapi","sipUri":"sip:a@b.example"},
			{"id":"p3","orgId":"o","createdAt":"2026-02-03T10:00:00Z","updatedAt":"2026-02-03T10:05:00Z","provider":"byo-phone-number","credentialId":"k","fallbackDestination":{"type":"sip","sipUri":"sip:c@d.example"}}],"metadata":{"itemsPerPage":3,"totalItems":3,"currentPage":1}}`,
		variants: `results.0 TwilioPhoneNumber
			results.1 VapiPhoneNumber
			results.2 ByoPhoneNumber
			results.2.fallbackDestination TransferDestinationSIP`,
	},
	{
		name: "a tool", typ: "vapi.GetToolResponse",
		json: `{"type":"function","id":"t1","orgId":"o","createdAt":"2026-02-03T10:00:00Z","updatedAt":"2026-02-03T10:05:00Z","async":false,
			"function":{"name":"order"},"messages":[{"type":"request-start","content":"One moment."},{"type":"request-complete","role":"assistant","content":"Done."}]}`,
		variants: "FunctionTool\nmessages.0 ToolMessageStart\nmessages.1 ToolMessageComplete",
	},
	{
		name: "results of several JSON types in a list", typ: "vapi.StructuredOutputEvaluationResult",
		json:     `{"structuredOutputId":"s","name":"paid","extractedValue":true,"expectedValue":"true","comparator":"=","passed":false,"required":true}`,
		variants: "extractedValue bool\nexpectedValue string",
	},
}

var hooksUnions = []unionCase{
	{
		name: "a server message about tool calls", typ: "hooks.ServerMessage",
		json: `{"message":{"type":"tool-calls","timestamp":1770112803000,"toolCallList":[{"id":"t1","type":"function","function":{"name":"order","arguments":"{}"}}],
			"toolWithToolCallList":[{"type":"function","function":{"name":"order"},"toolCall":{"id":"t1","type":"function","function":{"name":"order","arguments":"{}"}}}]}}`,
		variants: "message ServerMessageToolCalls\nmessage.toolWithToolCallList.0 FunctionToolWithToolCall",
	},
	{
		name: "a server message about a call's status", typ: "hooks.ServerMessage",
		json:     `{"message":{"type":"status-update","status":"forwarding","destination":{"type":"number","number":"+15005550006"}}}`,
		variants: "message ServerMessageStatusUpdate\nmessage.destination TransferDestinationNumber",
	},
	{
		name: "a server message with words", typ: "hooks.ServerMessage",
		json:     `{"message":{"type":"transcript[transcriptType=\"final\"]","role":"user","transcriptType":"final","transcript":"Two rye loaves"}}`,
		variants: "message ServerMessageTranscript",
	},
	{
		name: "a server message of a kind to come", typ: "hooks.ServerMessage",
		json: `{"message":{"type":"weather-report","rain":true}}`, variants: "message Unknown",
	},
	{
		name: "a client that hangs up", typ: "hooks.ClientMessage",
		json: `{"message":{"type":"hang","timestamp":5}}`, variants: "message ClientMessageHang",
	},
	{
		name: "a client that says something", typ: "hooks.ClientInboundMessage",
		json:     `{"message":{"type":"say","content":"Goodbye.","endCallAfterSpoken":true}}`,
		variants: "message ClientInboundMessageSay",
	},
}
