package golden

var openaiUnions = []unionCase{
	{
		name: "an output message with parts and annotations", typ: "openai.OutputItem",
		json: `{"id":"m1","type":"message","role":"assistant","status":"completed","content":[
			{"type":"output_text","text":"Rye is a grass.","logprobs":[],"annotations":[
				{"type":"url_citation","url":"https://bread.example/rye","start_index":0,"end_index":3,"title":"Rye"},
				{"type":"file_citation","file_id":"f1","index":2,"filename":"grain.pdf"}]},
			{"type":"refusal","refusal":"I would rather not."}]}`,
		variants: `OutputMessage
			content.0 OutputTextContent
			content.0.annotations.0 URLCitationBody
			content.0.annotations.1 FileCitationBody
			content.1 RefusalContent`,
	},
	{
		name: "a reasoning item", typ: "openai.OutputItem",
		json:     `{"type":"reasoning","id":"r1","summary":[{"type":"summary_text","text":"Thought of bread."}],"encrypted_content":null}`,
		variants: `ReasoningItem`,
	},
	{
		name: "a function call", typ: "openai.OutputItem",
		json:     `{"type":"function_call","id":"f1","call_id":"c1","name":"order","arguments":"{\"loaves\":2}","status":"completed"}`,
		variants: `FunctionToolCall`,
	},
	{
		name: "a web search and what it did", typ: "openai.OutputItem",
		json:     `{"type":"web_search_call","id":"w1","status":"completed","action":{"type":"search","query":"rye","queries":["rye"]}}`,
		variants: "WebSearchToolCall\naction WebSearchActionSearch",
	},
	{
		name: "a click on a screen", typ: "openai.OutputItem",
		json:     `{"type":"computer_call","id":"k1","call_id":"c2","action":{"type":"click","button":"left","x":10,"y":20},"pending_safety_checks":[],"status":"completed"}`,
		variants: "ComputerToolCall\naction ClickParam",
	},
	{
		name: "an output item of a kind to come", typ: "openai.OutputItem",
		json: `{"type":"telepathy_call","id":"x","thought":{"depth":3}}`, variants: `Unknown`,
	},
	{name: "input as text", typ: "openai.InputParam", json: `"What is rye?"`, variants: `string`},
	{
		name: "input items, some of them unions within", typ: "openai.InputParam",
		json: `[{"role":"user","content":"What is rye?"},
			{"role":"user","content":[{"type":"input_text","text":"And this?"},{"type":"input_image","image_url":"https://bread.example/a.png","detail":"low"}]},
			{"type":"message","role":"assistant","id":"m1","status":"completed","content":[{"type":"output_text","text":"A grass.","annotations":[],"logprobs":[]}]},
			{"type":"function_call","call_id":"c1","name":"order","arguments":"{}"},
			{"type":"function_call_output","call_id":"c1","output":"41"},
			{"type":"reasoning","id":"r1","summary":[]},
			{"type":"item_reference","id":"m0"},
			{"type":"telepathy_call","id":"x"}]`,
		variants: `[]InputItem
			0 EasyInputMessage
			0.content string
			1 EasyInputMessage
			1.content []InputContent
			1.content.0 InputTextContent
			1.content.1 InputImageContent
			2 Item
			2 OutputMessage
			2.content.0 OutputTextContent
			3 Item
			3 FunctionToolCall
			4 Item
			4 FunctionCallOutputItemParam
			4.output string
			5 Item
			5 ReasoningItem
			6 ItemReferenceParam
			7 Unknown`,
	},
	{name: "a tool choice by word", typ: "openai.ToolChoiceParam", json: `"required"`, variants: `ToolChoiceOptions`},
	{name: "a tool choice by name", typ: "openai.ToolChoiceParam", json: `{"type":"function","name":"order"}`, variants: `ToolChoiceFunction`},
	{
		name: "a tool choice among some", typ: "openai.ToolChoiceParam",
		json: `{"type":"allowed_tools","mode":"auto","tools":[{"type":"function","name":"order"}]}`, variants: `ToolChoiceAllowed`,
	},
	{name: "a tool choice by kind", typ: "openai.ToolChoiceParam", json: `{"type":"file_search"}`, variants: `ToolChoiceTypes`},
	{
		name: "a chat by roles", typ: "openai.CreateChatCompletionRequest",
		json: `{"model":"gpt-5","stop":["\n","END"],"metadata":{"shop":"bakery"},"tool_choice":"auto","messages":[
			{"role":"developer","content":"Be brief."},
			{"role":"user","content":[{"type":"text","text":"What is this?"},{"type":"image_url","image_url":{"url":"https://bread.example/a.png"}}]},
			{"role":"assistant","content":null,"tool_calls":[{"id":"c1","type":"function","function":{"name":"look","arguments":"{}"}},{"id":"c2","type":"custom","custom":{"name":"sniff","input":"rye"}}]},
			{"role":"tool","content":"rye","tool_call_id":"c1"},
			{"role":"referee","content":"Foul!"}]}`,
		variants: `messages.0 ChatCompletionRequestDeveloperMessage
			messages.0.content string
			messages.1 ChatCompletionRequestUserMessage
			messages.1.content []ChatCompletionRequestUserMessageContentPart
			messages.1.content.0 ChatCompletionRequestMessageContentPartText
			messages.1.content.1 ChatCompletionRequestMessageContentPartImage
			messages.2 ChatCompletionRequestAssistantMessage
			messages.2.tool_calls.0 ChatCompletionMessageToolCall
			messages.2.tool_calls.1 ChatCompletionMessageCustomToolCall
			messages.3 ChatCompletionRequestToolMessage
			messages.3.content string
			messages.4 Unknown
			stop []string
			tool_choice ChatCompletionToolChoiceOptionToolChoiceMode`,
	},
	{
		name: "a text that arrives in pieces", typ: "openai.ResponseStreamEvent",
		json:     `{"type":"response.output_text.delta","item_id":"m1","output_index":0,"content_index":0,"delta":"Ry","sequence_number":4,"logprobs":[]}`,
		variants: `ResponseTextDeltaEvent`,
	},
	{
		name: "an item that begins in a stream", typ: "openai.ResponseStreamEvent",
		json:     `{"type":"response.output_item.added","output_index":0,"sequence_number":2,"item":{"type":"function_call","call_id":"c1","name":"order","arguments":""}}`,
		variants: "ResponseOutputItemAddedEvent\nitem FunctionToolCall",
	},
	{
		name: "a stream's error", typ: "openai.ResponseStreamEvent",
		json: `{"type":"error","code":"server_error","message":"overloaded","param":"input","sequence_number":9}`, variants: `ResponseErrorEvent`,
	},
	{
		name: "an event nobody knows", typ: "openai.ResponseStreamEvent",
		json: `{"type":"response.yawn","sequence_number":10}`, variants: `Unknown`,
	},
	{name: "one stop", typ: "openai.StopConfiguration", json: `"END"`, variants: `string`},
	{name: "no stop", typ: "openai.StopConfiguration", json: `null`},
	{name: "text to embed", typ: "openai.CreateEmbeddingRequestInput", json: `"rye"`, variants: `string`},
	{name: "texts to embed", typ: "openai.CreateEmbeddingRequestInput", json: `["rye","spelt"]`, variants: `[]string`},
	{name: "tokens to embed", typ: "openai.CreateEmbeddingRequestInput", json: `[17,42]`, variants: `[]int`},
	{name: "lists of tokens to embed", typ: "openai.CreateEmbeddingRequestInput", json: `[[17,42],[99]]`, variants: `[][]int`},
	{
		name: "unions in a map", typ: "openai.UpdateVectorStoreFileAttributesRequest", json: `{"attributes":{"author":"Ada","year":1843,"scanned":true}}`,
		variants: "attributes.author string\nattributes.scanned bool\nattributes.year float64",
	},
	{
		name: "filters within filters", typ: "openai.VectorStoreSearchRequestFilters",
		json: `{"type":"and","filters":[{"type":"eq","key":"author","value":"Ada"},{"type":"or","filters":[{"type":"gt","key":"year","value":1800},{"type":"eq","key":"scanned","value":true}]}]}`,
		variants: `CompoundFilter
			filters.0 ComparisonFilter
			filters.0.value string
			filters.1 CompoundFilter
			filters.1.filters.0 ComparisonFilter
			filters.1.filters.0.value float64
			filters.1.filters.1 ComparisonFilter
			filters.1.filters.1.value bool`,
	},
	{
		name: "a schema that answers are held to", typ: "openai.TextResponseFormatConfiguration",
		json: `{"type":"json_schema","name":"loaf","schema":{"type":"object"},"strict":true}`, variants: `TextResponseFormatJSONSchema`,
	},
	{
		name: "numbers in strings within a variant", typ: "openai.ResponseStreamEvent",
		json:     `{"type":"response.output_text.delta","item_id":"m1","output_index":"0","content_index":"1","delta":"e","sequence_number":"5","logprobs":[],"obfuscation":"xx"}`,
		variants: `ResponseTextDeltaEvent`,
		sent:     `{"type":"response.output_text.delta","item_id":"m1","output_index":0,"content_index":1,"delta":"e","sequence_number":5,"logprobs":[]}`,
	},
	{
		name: "a prompt's variables", typ: "openai.Prompt",
		json:     `{"id":"p1","version":null,"variables":{"loaf":"rye","photo":{"type":"input_image","image_url":"https://bread.example/a.png","detail":"low"}}}`,
		variants: "variables.loaf string\nvariables.photo InputImageContent",
	},
	{
		name: "tools of several kinds", typ: "openai.Tool",
		json:     `{"type":"mcp","server_label":"oven","server_url":"https://oven.example","allowed_tools":["bake"],"require_approval":"never"}`,
		variants: "MCPTool\nallowed_tools []string\nrequire_approval MCPToolRequireApprovalMCPToolApprovalSetting",
	},
	{
		name: "a tool that asks for leave", typ: "openai.Tool",
		json:     `{"type":"mcp","server_label":"oven","allowed_tools":{"read_only":true},"require_approval":{"always":{"tool_names":["bake"]}}}`,
		variants: "MCPTool\nallowed_tools MCPToolFilter\nrequire_approval MCPToolRequireApprovalMCPToolApprovalFilter",
	},
	{
		name: "automatic or a number", typ: "openai.FineTuningJobHyperparameters",
		json:     `{"batch_size":8,"learning_rate_multiplier":0.5,"n_epochs":"auto"}`,
		variants: "batch_size int\nlearning_rate_multiplier float64\nn_epochs string",
	},
}
