-- Does in Neovim what a writer does, and writes down what came of it.
--   LETTERS_REPORT  the file to write into, as JSON
local report = {}

local function wait(what, isSo)
  if not vim.wait(20000, isSo, 20) then
    error('waited in vain for ' .. what)
  end
end

local function codes()
  local found = {}
  for _, diagnostic in ipairs(vim.diagnostic.get(0)) do
    table.insert(found, diagnostic.user_data and diagnostic.user_data.lsp.code or diagnostic.code)
  end
  return found
end

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n') .. '\n'
end

local function ask(method, params)
  local answers = vim.lsp.buf_request_sync(0, method, params, 20000) or {}
  for _, answer in pairs(answers) do
    if answer.error then
      error(method .. ': ' .. answer.error.message)
    end
    return answer.result
  end
end

local function run()
  report.filetype = vim.bo.filetype
  wait('diagnostics', function()
    return #vim.diagnostic.get(0) > 0
  end)
  report.diagnostics = codes()
  report.messages = vim.tbl_map(function(each)
    return each.message
  end, vim.diagnostic.get(0))

  -- The cursor stands on the first problem, as after the key that leads to it.
  vim.diagnostic.goto_next({ float = false })
  report.cursor = vim.api.nvim_win_get_cursor(0)

  local hover = ask('textDocument/hover', vim.lsp.util.make_position_params())
  report.hover = vim.lsp.util.convert_input_to_markdown_lines(hover.contents)

  -- The menu that Neovim would show: the first entry that decides is chosen.
  vim.ui.select = function(actions, options, choose)
    report.actions = vim.tbl_map(options.format_item or tostring, actions)
    choose(actions[1], 1)
  end
  local before = text()
  vim.lsp.buf.code_action()
  wait('the code action', function()
    return text() ~= before
  end)
  report.fixed = text()
  wait('the problem to go', function()
    return #vim.diagnostic.get(0) == 0
  end)

  -- A line after the last one, where the next label is completed.
  vim.api.nvim_buf_set_lines(0, -1, -1, false, { '', '## MRI of the neck: Overturned', '', 'Cl' })
  local last = vim.api.nvim_buf_line_count(0)
  vim.api.nvim_win_set_cursor(0, { last, 1 })
  local position = vim.lsp.util.make_position_params()
  position.position.character = 2
  local proposals = ask('textDocument/completion', position)
  local shown = vim.lsp.util.text_document_completion_list_to_complete_items(proposals, 'Cl')
  report.completions = vim.tbl_map(function(item)
    return item.word
  end, shown)

  wait('the letter to be checked again', function()
    return #vim.diagnostic.get(0) > 0
  end)
  report.later = codes()
end

local ok, failure = pcall(run)
if not ok then
  report.failure = tostring(failure)
end
local file = assert(io.open(vim.env.LETTERS_REPORT, 'w'))
file:write(vim.fn.json_encode(report))
file:close()
vim.cmd('qall!')
